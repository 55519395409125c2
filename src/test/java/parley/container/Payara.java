package parley.container;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Payara Micro with Parley as an administrator starts it, for what Arquillian cannot do: fail, stop, and come back. */
public final class Payara implements AutoCloseable {

    private final ProcessBuilder command;
    private final Path log;
    private final int port;
    private Process process;

    private Payara(ProcessBuilder command, Path log, int port) throws IOException {
        this.command = command;
        this.log = log;
        this.port = port;
        startAgain();
    }

    /** Starts it, with these options of the Java virtual machine, and waits until it is ready. */
    public static Payara start(Path directory, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dparley.key.file=" + directory.resolve("parley.key"));
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", System.getProperty("payara.microJar"), "--nocluster", "--disablephonehome"));
        int port = freePort();
        command.addAll(List.of("--port", String.valueOf(port)));
        command.addAll(List.of("--deploy", System.getProperty("parley.war"), "--contextRoot", "/"));
        Path log = directory.resolve("log.txt");
        Payara payara = new Payara(
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()), log, port);
        try {
            await().atMost(Duration.ofMinutes(2)).until(() -> payara.log().contains(" ready in "));
            return payara;
        } catch (RuntimeException e) {
            payara.close();
            throw e;
        }
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Server server() throws IOException {
        return new Server(URI.create("http://localhost:" + port + "/").toURL());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Asks it to stop, as a service manager does. */
    void stop() {
        process.destroy();
    }

    /** Ends it as a crash or a power cut does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts it once more, at the same address and with the same key; does not wait. */
    public void startAgain() throws IOException {
        process = command.start();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
