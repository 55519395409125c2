package parley.relay;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import parley.line.Ending;
import parley.line.Line;
import parley.line.Lines;
import parley.message.ClientMessage;
import parley.message.MessageCodec;

/**
 * For pages that know nothing of Parley, such as those of WebRTC tutorials: every text frame goes unchanged to the
 * other sockets of the room. These rooms and those of {@code /signal} are apart, whatever their names.
 */
@Dependent
@ServerEndpoint("/relay/{room}")
public class VerbatimRelay {

    private static final Logger LOG = System.getLogger(VerbatimRelay.class.getName());

    @Inject
    Circles circles;

    @Inject
    Lines lines;

    private String room;
    private Line line;

    @OnOpen
    public synchronized void open(Session session, @PathParam("room") String room) {
        this.room = room;
        line = lines.openSilent(session, this::gone);
        if (room.length() > ClientMessage.MAX_NAME || !circles.enter(room, line)) {
            line.close(Ending.FULL);
        }
    }

    @OnMessage
    public void text(String text) {
        line.heard();
        if (text.length() > MessageCodec.MAX_FRAME) {
            line.close(Ending.TOO_LARGE);
        } else {
            circles.relay(room, line, text);
        }
    }

    @OnMessage
    public void pong(PongMessage pong) {
        line.heard();
    }

    @OnMessage
    public void binary(ByteBuffer bytes) {
        line.close(Ending.BINARY);
    }

    @OnClose
    public void close() {
        gone();
    }

    @OnError
    public void error(Throwable cause) {
        LOG.log(Level.DEBUG, "A connection failed", cause);
    }

    private synchronized void gone() {
        lines.remove(line);
        circles.exit(room, line);
    }
}
