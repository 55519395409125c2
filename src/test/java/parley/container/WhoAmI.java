package parley.container;

import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import parley.access.Visitor;

/** Added to the WAR for the tests: tells each connection what an endpoint knows of it. */
@ServerEndpoint("/relay/test/who-am-i")
public class WhoAmI {

    @OnOpen
    public void open(Session session) throws IOException {
        Visitor visitor = Visitor.of(session.getUserPrincipal());
        session.getBasicRemote().sendText(visitor.address() + ' ' + visitor.user());
    }
}
