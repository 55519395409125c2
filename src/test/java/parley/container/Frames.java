package parley.container;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** The bytes of a WebSocket (RFC 6455, sections 4 and 5): its handshake, then frames. */
final class Frames {

    static final int FIN = 0x80;
    static final int MASK = 0x80;
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private Frames() {}

    /** Reads the head of an HTTP message, with the blank line at its end. */
    static byte[] head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int lastFour = 0;
        while (lastFour != 0x0D0A0D0A) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            head.write(next);
            lastFour = lastFour << 8 | next;
        }
        return head.toByteArray();
    }

    /** Reads one frame, from its first byte to the end of its payload. */
    static byte[] next(DataInputStream in) throws IOException {
        byte[] header = new byte[14];
        in.readFully(header, 0, 2);
        int size = sizeOfHeader(header[1]);
        in.readFully(header, 2, size - 2);
        byte[] frame = Arrays.copyOf(header, Math.toIntExact(size + length(header)));
        in.readFully(frame, size, frame.length - size);
        return frame;
    }

    static int opcode(byte[] frame) {
        return frame[0] & 0x0F;
    }

    /** The payload of a frame, unmasked. */
    static byte[] payload(byte[] frame) {
        int start = sizeOfHeader(frame[1]);
        byte[] payload = Arrays.copyOfRange(frame, start, frame.length);
        if ((frame[1] & MASK) != 0) {
            mask(payload, Arrays.copyOfRange(frame, start - 4, start));
        }
        return payload;
    }

    static String textOf(byte[] frame) {
        return new String(payload(frame), StandardCharsets.UTF_8);
    }

    /** The code of a close frame, 1005 if it has none. */
    static int closeCode(byte[] frame) {
        byte[] payload = payload(frame);
        return payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xFFFF;
    }

    /** A whole text frame of a client. */
    static byte[] text(String text) {
        return masked(FIN | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A close frame of a client. */
    static byte[] close(int code, String reason) {
        byte[] words = reason.getBytes(StandardCharsets.UTF_8);
        return masked(
                FIN | CLOSE,
                ByteBuffer.allocate(2 + words.length)
                        .putShort((short) code)
                        .put(words)
                        .array());
    }

    /** A frame of a client, whatever its first byte says and however long it is. */
    static byte[] masked(int first, byte[] payload) {
        byte[] key = new byte[4];
        ThreadLocalRandom.current().nextBytes(key);
        byte[] body = payload.clone();
        mask(body, key);
        return join(header(first, MASK, payload.length), key, body);
    }

    /** The beginning of a frame, up to its length, in the shortest form. */
    static byte[] header(int first, int mask, long length) {
        ByteBuffer header = ByteBuffer.allocate(10).put((byte) first);
        if (length < 126) {
            header.put((byte) (mask | length));
        } else if (length < 1 << 16) {
            header.put((byte) (mask | 126)).putShort((short) length);
        } else {
            header.put((byte) (mask | 127)).putLong(length);
        }
        return Arrays.copyOf(header.array(), header.position());
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            try {
                whole.write(part);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return whole.toByteArray();
    }

    private static int sizeOfHeader(byte second) {
        int length = second & 0x7F;
        return 2 + (length == 127 ? 8 : length == 126 ? 2 : 0) + ((second & MASK) != 0 ? 4 : 0);
    }

    private static long length(byte[] header) {
        int length = header[1] & 0x7F;
        return switch (length) {
            case 126 -> ByteBuffer.wrap(header).getShort(2) & 0xFFFF;
            case 127 -> ByteBuffer.wrap(header).getLong(2);
            default -> length;
        };
    }

    private static void mask(byte[] payload, byte[] key) {
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= key[i % 4];
        }
    }
}
