package parley.container;

import java.io.IOException;
import java.net.URI;

/** A WebSocket whose computer has gone: it opens and never says anything again, not even to a ping. */
final class DeadSocket extends RawSocket {

    private static final int PATIENCE_MILLIS = 60_000;

    DeadSocket(URI uri, String origin) throws IOException {
        super(uri.getPort(), 0);
        waitAtMost(PATIENCE_MILLIS);
        shakeHands(uri, origin, "parley.v1");
    }

    /** The code it was closed with, once it was, after nothing but pings (RFC 6455, section 5.5). */
    int closeCode() throws IOException {
        byte[] frame = next();
        while (Frames.opcode(frame) == Frames.PING) {
            frame = next();
        }
        if (Frames.opcode(frame) != Frames.CLOSE) {
            throw new IOException("neither ping nor close: " + Frames.opcode(frame));
        }
        return Frames.closeCode(frame);
    }
}
