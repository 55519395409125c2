package parley.bench;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The least that a container can do for a room: every text frame goes to the other sockets. No rule, no defence. It says when
 * it has somebody, since on Payara the handshake may be answered before the endpoint knows of it.
 */
@ServerEndpoint("/{room}")
public class BareRelay {

    private static final Map<String, Set<Session>> ROOMS = new ConcurrentHashMap<>();

    @OnOpen
    public void open(Session session, @PathParam("room") String room) throws IOException {
        ROOMS.computeIfAbsent(room, key -> ConcurrentHashMap.newKeySet()).add(session);
        session.getBasicRemote().sendText("open");
    }

    @OnMessage
    public void relay(Session session, String text, @PathParam("room") String room) throws IOException {
        for (Session other : ROOMS.get(room)) {
            if (other != session) {
                other.getBasicRemote().sendText(text);
            }
        }
    }

    @OnClose
    public void close(Session session, @PathParam("room") String room) {
        ROOMS.computeIfPresent(room, (key, all) -> all.remove(session) && all.isEmpty() ? null : all);
    }
}
