package parley.browser;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import parley.container.FreePort;

/**
 * A real TURN server (coturn) on this machine. Where there is none, root on Debian gets one by {@code apt-get}; elsewhere
 * the test fails and says so.
 */
final class Turn implements AutoCloseable {

    static final String USER = "parley";
    static final String PASSWORD = "right";

    private final Process process;
    private final int port;

    private Turn(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one, and waits until it listens. */
    static Turn start() throws IOException {
        Path server = Debian.program("turnserver", "coturn");
        int port = FreePort.next();
        List<String> command = List.of(
                server.toString(),
                "-n",
                "--no-cli",
                "--no-tls",
                "--no-dtls",
                "--log-file=stdout",
                "--pidfile=" + Files.createTempFile("turn", ".pid"),
                "--listening-ip=127.0.0.1",
                "--relay-ip=127.0.0.1",
                "--allow-loopback-peers",
                "--listening-port=" + port,
                "--lt-cred-mech",
                "--realm=parley.test",
                "--user=" + USER + ":" + PASSWORD);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        Turn turn = new Turn(process, port);
        turn.awaitListening();
        return turn;
    }

    /** What a client is told of it, in JSON. */
    String iceServers(String password) {
        return "[{\"urls\":[\"turn:127.0.0.1:%d\"],\"username\":\"%s\",\"credential\":\"%s\"}]"
                .formatted(port, USER, password);
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** Asks for its own address, as any client of STUN does (RFC 8489), until it answers. */
    private void awaitListening() throws IOException {
        ByteBuffer binding =
                ByteBuffer.allocate(20).putShort((short) 1).putShort((short) 0).putInt(0x2112A442);
        DatagramPacket request = new DatagramPacket(binding.array(), 20, InetAddress.getLoopbackAddress(), port);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(200);
            while (process.isAlive()) {
                try {
                    socket.send(request);
                    socket.receive(new DatagramPacket(new byte[1500], 1500));
                    return;
                } catch (SocketTimeoutException e) {
                    // Not yet.
                }
            }
        }
        throw new IllegalStateException("turnserver has ended with " + process.exitValue());
    }
}
