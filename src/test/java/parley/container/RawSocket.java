package parley.container;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A WebSocket made by hand, for what no library lets one do: say what is forbidden, break off, not read. */
class RawSocket implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final java.net.Socket tcp = new java.net.Socket();
    private final DataInputStream in;

    /** A WebSocket that is open. */
    RawSocket(Server server) throws IOException {
        this(server, server.signal().getPort());
    }

    /** A WebSocket that is open, by way of another port of this computer. */
    RawSocket(Server server, int port) throws IOException {
        this(port, 0);
        shakeHands(server.signal(), server.origin(), "parley.v1");
    }

    /** A connection on which nothing has been said; with a receive buffer of so many bytes, 0 for the usual. */
    RawSocket(int port, int receiveBuffer) throws IOException {
        if (receiveBuffer > 0) {
            tcp.setReceiveBufferSize(receiveBuffer);
        }
        tcp.setTcpNoDelay(true);
        tcp.setSoTimeout(PATIENCE_MILLIS);
        tcp.connect(new InetSocketAddress("localhost", port));
        in = new DataInputStream(tcp.getInputStream());
    }

    final void waitAtMost(int millis) throws IOException {
        tcp.setSoTimeout(millis);
    }

    /** Asks for a WebSocket and waits until it is there. */
    final void shakeHands(URI uri, String origin, String protocol) throws IOException {
        write(handshake(uri, origin, protocol));
        String answer = new String(Frames.head(in), StandardCharsets.US_ASCII);
        if (!answer.startsWith("HTTP/1.1 101 ")) {
            throw new IllegalStateException(answer);
        }
    }

    static byte[] handshake(URI uri, String origin, String protocol) {
        return String.join(
                        "\r\n",
                        "GET " + uri.getPath() + " HTTP/1.1",
                        "Host: " + uri.getAuthority(),
                        "Origin: " + origin,
                        "Connection: Upgrade",
                        "Upgrade: websocket",
                        "Sec-WebSocket-Version: 13",
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                        "Sec-WebSocket-Protocol: " + protocol,
                        "",
                        "")
                .getBytes(StandardCharsets.US_ASCII);
    }

    final void write(byte[] bytes) throws IOException {
        tcp.getOutputStream().write(bytes);
    }

    /** Sends a text frame. */
    final void say(String text) throws IOException {
        write(Frames.text(text));
    }

    /** The next frame, raw. */
    final byte[] next() throws IOException {
        return Frames.next(in);
    }

    /** Waits for the end, whatever comes before; the code of the close frame, or 1006 if there is none. */
    final int end() throws IOException {
        try {
            byte[] frame = next();
            while (Frames.opcode(frame) != Frames.CLOSE) {
                frame = next();
            }
            return Frames.closeCode(frame);
        } catch (EOFException | SocketException e) {
            return 1006;
        }
    }

    final InputStream in() {
        return in;
    }

    /** Breaks off: what the other side has not read yet may be lost, and it is told nothing but that (RFC 9293, RST). */
    final void reset() throws IOException {
        tcp.setSoLinger(true, 0);
        tcp.close();
    }

    /** Ends the connection without a close frame. */
    @Override
    public void close() throws IOException {
        tcp.close();
    }
}
