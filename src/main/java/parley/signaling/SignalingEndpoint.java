package parley.signaling;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import parley.access.Admission;
import parley.access.Visit;
import parley.line.Ending;
import parley.line.Line;
import parley.line.Lines;
import parley.line.Socket;
import parley.message.ClientMessage;
import parley.message.Frame;
import parley.message.MessageCodec;
import parley.message.Refusal;
import parley.message.Refusal.Code;
import parley.message.ServerMessage.Bye;
import parley.ops.Metrics;
import parley.ops.Refused;

/** The WebSocket (Jakarta WebSocket 2.1), one instance per connection. */
@Dependent
@ServerEndpoint(value = "/signal", subprotocols = SignalingEndpoint.PROTOCOL)
public class SignalingEndpoint {

    /** The WebSocket subprotocol. */
    public static final String PROTOCOL = "parley.v1";

    private static final Logger LOG = System.getLogger(SignalingEndpoint.class.getName());

    @Inject
    Switchboard switchboard;

    @Inject
    Whereabouts whereabouts;

    @Inject
    MessageCodec codec;

    @Inject
    Lines lines;

    @Inject
    Admission admission;

    @Inject
    Metrics metrics;

    private Visit visit;
    private Socket socket;

    @OnOpen
    public void open(Session session) {
        visit = admission.visit(session.getUserPrincipal());
        socket = lines.open(session, whereabouts, visit::ends);
        if (!visit.admitted()) {
            metrics.refused(Refused.BUSY);
            socket.close(Ending.BUSY, codec.encode(Bye.busy()).text());
        }
        // A container completes the handshake even if none of the offered subprotocols is ours.
        if (!PROTOCOL.equals(session.getNegotiatedSubprotocol())) {
            socket.close(Ending.WRONG_PROTOCOL);
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
        Line line = socket.line();
        line.converse(() -> {
            // Not what is still on its way from a socket that has been replaced: the new one says it again.
            if (line.listensTo(socket)) {
                take(line, text);
            }
        });
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
        // Mostly a connection that broke; the container closes it and calls close.
        LOG.log(Level.DEBUG, "A connection failed", cause);
    }

    private void take(Line line, String text) {
        ClientMessage message;
        try {
            message = codec.decode(text);
        } catch (Refusal refusal) {
            // By its type as well, where that could be read: the client counts what it sends before it knows its fate.
            count(line, !ClientMessage.isUncounted(refusal.re()));
            refuse(line, refusal);
            return;
        }
        count(line, message.counts());
        carryOut(line, message);
    }

    /** Both sides begin to count with welcome: until then, there is no line to resume. */
    private static void count(Line line, boolean counts) {
        if (counts && line.peer().isPresent()) {
            line.count();
        }
    }

    private void carryOut(Line line, ClientMessage message) {
        try {
            switchboard.receive(line, message);
        } catch (Refusal refusal) {
            refuse(line, refusal.re(MessageCodec.typeOf(message)));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A message could not be carried out", e);
            refuse(line, new Refusal(Code.INTERNAL, "the server could not do this").re(MessageCodec.typeOf(message)));
        }
    }

    /** Tells the client what was wrong; most clients may try again. */
    private void refuse(Line line, Refusal refusal) {
        LOG.log(Level.INFO, "Refused {0}: {1}", whereabouts.nameOf(line), refusal);
        metrics.refused(Refused.valueOf(refusal.code().name()));
        Frame error = codec.encode(refusal.toMessage());
        line.send(line.peer().isPresent() ? error : error.uncounted());
        if (!visit.refused()) {
            socket.close(Ending.FLOODS);
        } else if (refusal.code() == Code.TOO_LARGE) {
            socket.close(Ending.TOO_LARGE);
        } else if (refusal.code() == Code.INVALID
                && "hello".equals(refusal.re())
                && line.peer().isEmpty()) {
            socket.close(Ending.NO_HELLO);
        }
    }
}
