package parley.relay;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
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
import parley.access.Admission;
import parley.access.Visit;
import parley.access.Visitor;
import parley.line.Ending;
import parley.line.Line;
import parley.line.Lines;
import parley.line.Socket;
import parley.message.ClientMessage;
import parley.message.ServerMessage.Departure;
import parley.ops.Ended;
import parley.ops.Metrics;
import parley.ops.Refused;
import parley.ops.Relayed;
import parley.ops.Settings;

/**
 * For pages that know nothing of Parley, such as those of WebRTC tutorials: every text frame goes unchanged to the
 * other sockets of the room. These rooms and those of {@code /signal} are apart, whatever their names.
 */
@Dependent
@ServerEndpoint("/relay/{room}")
public class VerbatimRelay implements Line.Listener {

    private static final Logger LOG = System.getLogger(VerbatimRelay.class.getName());

    @Inject
    Circles circles;

    @Inject
    Lines lines;

    @Inject
    Settings settings;

    @Inject
    Admission admission;

    @Inject
    Metrics metrics;

    private String room;
    private String address;
    private Visit visit;
    private Socket socket;

    @OnOpen
    public void open(Session session, @PathParam("room") String room) {
        this.room = room;
        address = Visitor.of(session.getUserPrincipal()).address();
        visit = admission.visit(session.getUserPrincipal());
        socket = lines.openSilent(session, this, visit::ends);
        if (room.length() > ClientMessage.MAX_NAME) {
            metrics.refused(Refused.INVALID);
            socket.close(Ending.TOO_LONG);
        } else if (!visit.admitted() || !circles.enter(room, socket.line())) {
            metrics.refused(Refused.BUSY);
            socket.close(Ending.BUSY);
        }
        if (socket.line().ended()) {
            // While it entered, so that nobody is left to take it out again.
            circles.exit(room, socket.line());
        }
    }

    @OnMessage
    public void text(String piece, boolean last) {
        socket.join(piece, last).ifPresent(this::hear);
    }

    private void hear(String text) {
        if (!socket.heard(visit.speaks())) {
            return;
        }
        if (text.length() > settings.frameLength()) {
            socket.close(Ending.TOO_LARGE);
        } else if (circles.relay(room, socket.line(), text)) {
            metrics.relayed(Relayed.VERBATIM);
        }
    }

    @OnMessage
    public void pong(PongMessage pong) {
        socket.heard(visit.speaks());
    }

    @OnMessage
    public void binary(ByteBuffer piece, boolean last) {
        socket.close(Ending.BINARY);
    }

    @OnClose
    public void close(CloseReason reason) {
        if (socket != null) {
            socket.closed(reason);
        }
    }

    @OnError
    public void error(Throwable cause) {
        LOG.log(Level.DEBUG, "A connection failed", cause);
    }

    @Override
    public void closing(Line line, Ending why) {
        metrics.ended(Ended.valueOf(why.name()));
        // Not the room: unlike those of parley.v1, its name may hold anything.
        LOG.log(Level.INFO, "Closing the connection of a client of the relay at {0}: {1}", address, why);
    }

    @Override
    public void gone(Line line, Departure departure) {
        lines.remove(line);
        circles.exit(room, line);
    }
}
