package parley.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import parley.access.Visitor;
import parley.line.FakeSocket;
import parley.line.FreshLines;

/** Tomcat (WsSession.checkState) refuses to tell the principal of a session that is closed. */
class ClosedSessionTest {

    private final FreshLines fresh = new FreshLines();
    private final Switchboard switchboard = FreshSwitchboard.on(fresh.lines());
    private boolean closed;

    @Test
    void who_has_come_back_leaves_as_everybody_does() {
        FakeSocket first = FakeSocket.prompt().of(new Visitor("192.0.2.1", "ada"));
        SignalingEndpoint before = FreshSwitchboard.endpoint(switchboard);
        before.open(likeTomcats(first.session("parley.v1")));
        before.text("{\"type\":\"hello\"}", true);
        before.text("{\"type\":\"join\",\"room\":\"standup\"}", true);
        before.close(new CloseReason(() -> 1006, ""));
        closed = true;

        FakeSocket second = FakeSocket.prompt().of(new Visitor("192.0.2.1", "ada"));
        SignalingEndpoint after = FreshSwitchboard.endpoint(switchboard);
        after.open(second.session("parley.v1"));
        String welcome = first.frames().get(0);
        after.text(
                "{\"type\":\"hello\",\"resume\":{\"peer\":\"%s\",\"secret\":\"%s\",\"received\":1}}"
                        .formatted(field(welcome, "id"), field(welcome, "secret")),
                true);
        after.text("{\"type\":\"leave\"}", true);

        assertThat(second.frames().get(second.frames().size() - 1)).contains("\"left\"");
    }

    private Session likeTomcats(Session session) {
        return (Session) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, arguments) -> {
                    if (closed && !method.getName().equals("close")) {
                        throw new IllegalStateException("The WebSocket session has been closed");
                    }
                    try {
                        return method.invoke(session, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static String field(String json, String name) {
        return json.replaceFirst(".*\"" + name + "\":\"([^\"]+)\".*", "$1");
    }
}
