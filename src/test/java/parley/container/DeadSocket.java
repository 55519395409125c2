package parley.container;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A WebSocket whose computer has gone: it opens and never says anything again, not even to a ping. */
final class DeadSocket implements AutoCloseable {

    private static final int PING = 0x89;
    private static final int CLOSE = 0x88;

    private final Socket socket;
    private final DataInputStream in;

    DeadSocket(URI uri, String origin) throws IOException {
        socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(60_000);
        in = new DataInputStream(socket.getInputStream());
        String handshake = String.join(
                "\r\n",
                "GET " + uri.getPath() + " HTTP/1.1",
                "Host: " + uri.getAuthority(),
                "Origin: " + origin,
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "",
                "");
        socket.getOutputStream().write(handshake.getBytes(StandardCharsets.US_ASCII));
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            answer.append((char) in.readUnsignedByte());
        }
    }

    /** The code it was closed with, once it was, after nothing but pings (RFC 6455, section 5.5). */
    int closeCode() throws IOException {
        int frame = in.readUnsignedByte();
        while (frame == PING) {
            in.skipNBytes(in.readUnsignedByte());
            frame = in.readUnsignedByte();
        }
        if (frame != CLOSE) {
            throw new IOException("neither ping nor close: " + frame);
        }
        in.readUnsignedByte();
        return in.readUnsignedShort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
