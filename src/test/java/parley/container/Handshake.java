package parley.container;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.SocketFactory;

/** A handshake written by hand, with any headers, any number of times, from any of this computer's addresses. */
public final class Handshake implements AutoCloseable {

    private static final int TEXT = 0x81;

    /** Longer than Parley waits for the first word. */
    private static final int PATIENCE_MILLIS = 8_000;

    /** Code 1000, masked with zeros. */
    private static final byte[] CLOSE = {(byte) 0x88, (byte) 0x82, 0, 0, 0, 0, 0x03, (byte) 0xe8};

    private final Socket socket;
    private final DataInputStream in;
    private final List<String> answer = new ArrayList<>();

    /** Sends it, and waits for the answer to it. */
    Handshake(URI uri, String from, String... headers) throws IOException {
        this(SocketFactory.getDefault(), uri, from, headers);
    }

    /** The same over such a socket, for example one with TLS. */
    public Handshake(SocketFactory sockets, URI uri, String from, String... headers) throws IOException {
        socket = sockets.createSocket(uri.getHost(), uri.getPort(), InetAddress.getByName(from), 0);
        socket.setSoTimeout(20_000);
        in = new DataInputStream(socket.getInputStream());
        List<String> request = new ArrayList<>(List.of(
                "GET " + uri.getPath() + " HTTP/1.1",
                "Host: " + uri.getAuthority(),
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="));
        request.addAll(List.of(headers));
        socket.getOutputStream()
                .write((String.join("\r\n", request) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        for (String line = line(); !line.isEmpty(); line = line()) {
            answer.add(line);
        }
    }

    /** The status, 101 if the WebSocket is open. */
    public int status() {
        return Integer.parseInt(answer.get(0).split(" ")[1]);
    }

    /** A header of the answer. */
    Optional<String> header(String name) {
        String start = name + ": ";
        return answer.stream()
                .filter(line -> line.regionMatches(true, 0, start, 0, start.length()))
                .map(line -> line.substring(start.length()))
                .findFirst();
    }

    /** The first frame, a short text. */
    String text() throws IOException {
        if (in.readUnsignedByte() != TEXT) {
            throw new IOException("not a text");
        }
        return new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.readUnsignedByte(); next != '\n'; next = in.readUnsignedByte()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    /**
     * Ends the WebSocket, if it is open, as RFC 6455 says: Tyrus overlooks a connection that breaks as it opens. WildFly
     * may overlook a close that comes then; Parley ends the silent WebSocket after a while, and WildFly keeps the
     * connection.
     */
    @Override
    public void close() throws IOException {
        try (socket) {
            if (status() == 101) {
                socket.getOutputStream().write(CLOSE);
                socket.setSoTimeout(PATIENCE_MILLIS);
                in.transferTo(OutputStream.nullOutputStream());
            }
        } catch (SocketTimeoutException e) {
            // Nothing more is to be heard.
        }
    }
}
