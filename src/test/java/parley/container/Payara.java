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

/** A Payara Micro with Parley as an administrator starts it, for what Arquillian cannot do: fail, and stop. */
final class Payara implements AutoCloseable {

    private final Process process;
    private final Path log;
    private final int port;

    private Payara(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts it, with these options of the Java virtual machine, and waits until it is ready. */
    static Payara start(Path directory, String... options) throws IOException {
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
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start(),
                log,
                port);
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

    Server server() throws IOException {
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
