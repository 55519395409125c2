package parley.signaling;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
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
import parley.line.Ending;
import parley.line.Line;
import parley.line.Lines;
import parley.message.ClientMessage;
import parley.message.MessageCodec;
import parley.message.Refusal;
import parley.message.Refusal.Code;
import parley.message.ServerMessage.Departure;

/**
 * The WebSocket (Jakarta WebSocket 2.1), one instance per connection. What a client says and the end of its
 * connection come from different threads; the instance's lock puts them in a row, so that nobody joins a room after
 * having been taken out of it.
 */
@Dependent
@ServerEndpoint(value = "/signal", subprotocols = SignalingEndpoint.PROTOCOL)
public class SignalingEndpoint {

    /** The WebSocket subprotocol. */
    public static final String PROTOCOL = "parley.v1";

    private static final Logger LOG = System.getLogger(SignalingEndpoint.class.getName());

    @Inject
    Switchboard switchboard;

    @Inject
    MessageCodec codec;

    @Inject
    Lines lines;

    private Line line;

    @OnOpen
    public void open(Session session) {
        line = lines.open(session, () -> gone(Departure.lost));
        // A container completes the handshake even if none of the offered subprotocols is ours.
        if (!PROTOCOL.equals(session.getNegotiatedSubprotocol())) {
            line.close(Ending.WRONG_PROTOCOL);
        }
    }

    @OnMessage
    public synchronized void text(String text) {
        if (line.ended()) {
            return;
        }
        line.heard();
        ClientMessage message;
        try {
            message = codec.decode(text);
        } catch (Refusal refusal) {
            line.count();
            refuse(refusal);
            return;
        }
        if (message.counts()) {
            line.count();
        }
        carryOut(message);
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
    public void close(CloseReason reason) {
        int code = reason.getCloseCode().getCode();
        boolean byItsPage = code == CloseCodes.NORMAL_CLOSURE.getCode() || code == CloseCodes.GOING_AWAY.getCode();
        gone(byItsPage ? Departure.left : Departure.lost);
    }

    @OnError
    public void error(Throwable cause) {
        // Mostly a connection that broke; the container closes it and calls close.
        LOG.log(Level.DEBUG, "A connection failed", cause);
    }

    private void carryOut(ClientMessage message) {
        try {
            switchboard.receive(line, message);
        } catch (Refusal refusal) {
            refuse(refusal.re(MessageCodec.typeOf(message)));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A message could not be carried out", e);
            refuse(new Refusal(Code.INTERNAL, "the server could not do this").re(MessageCodec.typeOf(message)));
        }
    }

    /** Tells the client what was wrong; most clients may try again. */
    private void refuse(Refusal refusal) {
        LOG.log(Level.DEBUG, "Refused: {0}", refusal);
        line.send(codec.encode(refusal.toMessage()));
        if (refusal.code() == Code.TOO_LARGE) {
            line.close(Ending.TOO_LARGE);
        } else if (refusal.code() == Code.INVALID
                && "hello".equals(refusal.re())
                && line.peer().isEmpty()) {
            line.close(Ending.NO_HELLO);
        }
    }

    private synchronized void gone(Departure departure) {
        lines.remove(line);
        switchboard.gone(line, departure);
    }
}
