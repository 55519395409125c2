package parley.line;

import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import parley.message.MessageCodec;

/** A container's session as far as a {@link Line} needs it, with the containers' differences levelled. */
final class Socket {

    private static final Logger LOG = System.getLogger(Socket.class.getName());

    private final Session session;

    Socket(Session session) {
        this.session = session;
        // Tyrus would pile up the fragments of one message to 2 GiB, Tomcat stop at 8192: less than an offer.
        session.setMaxTextMessageBufferSize(MessageCodec.MAX_FRAME);
        session.setMaxBinaryMessageBufferSize(MessageCodec.MAX_FRAME);
        // Tyrus restarts its idle timer on every frame, at a price; Patience keeps the time for all.
        session.setMaxIdleTimeout(0);
    }

    /** Hands a frame to the container, which tells once whether the client took it, maybe before this returns. */
    void send(String frame, Consumer<Boolean> taken) {
        try {
            session.getAsyncRemote().sendText(frame, result -> {
                if (!result.isOK()) {
                    LOG.log(Level.DEBUG, "A send failed", result.getException());
                }
                taken.accept(result.isOK());
            });
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "A send was refused", e);
            taken.accept(false);
        }
    }

    /** Asks for a sign of life (RFC 6455, section 5.5.2); may block on some containers. */
    void ping() {
        try {
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "A ping could not be sent", e);
        }
    }

    /** Closes with a code (RFC 6455, section 7.4); may block on some containers. */
    void close(Ending why) {
        try {
            session.close(why.reason());
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "The socket was gone before it could be closed", e);
        }
    }
}
