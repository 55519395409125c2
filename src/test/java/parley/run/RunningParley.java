package parley.run;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import parley.container.FreePort;

/** Parley as {@code mvn package payara-micro:start} starts it, on free ports and with a certificate of its own. */
public final class RunningParley implements AutoCloseable {

    private final Path folder;
    private final int http;
    private final int https;
    private final Process process;

    private RunningParley(Path folder, int http, int https, ProcessBuilder command) throws IOException {
        this.folder = folder;
        this.http = http;
        this.https = https;
        process = command.redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
    }

    /** Starts it, with these options of the Java virtual machine; what it writes goes into the folder. */
    public static RunningParley in(Path folder, String... options) throws IOException {
        return asRunCommand(folder, FreePort.next(), options);
    }

    static RunningParley on(int http, Path folder) throws IOException {
        return asRunCommand(folder, http);
    }

    /** Starts it by another command, which gives it these ports. */
    static RunningParley by(ProcessBuilder command, int http, int https, Path folder) throws IOException {
        return new RunningParley(folder, http, https, command);
    }

    private static RunningParley asRunCommand(Path folder, int http, String... options) throws IOException {
        Path config = Path.of("payara-config").toAbsolutePath();
        int https = FreePort.next();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.util.logging.config.file=" + config.resolve("logging.properties"),
                "-Dparley.certificate=" + folder.resolve("certificate.p12"),
                "-Dparley.key.file=" + folder.resolve("parley.key")));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-jar",
                launcher().toString(),
                "--deploy",
                System.getProperty("parley.war"),
                "--contextroot",
                "/",
                "--nocluster",
                "--disablephonehome",
                "--prebootcommandfile",
                config.resolve("pre-boot.txt").toString(),
                "--port",
                String.valueOf(http),
                "--sslport",
                String.valueOf(https)));
        return new RunningParley(folder, http, https, new ProcessBuilder(command));
    }

    /** Waits until it has said that it is ready. */
    public RunningParley ready() {
        return says("Ctrl-C stops it");
    }

    /** Waits until it has said this. */
    RunningParley says(String text) {
        await().atMost(Duration.ofMinutes(2)).until(() -> said().contains(text) || !process.isAlive());
        if (!said().contains(text)) {
            throw new IllegalStateException("It has ended: " + said());
        }
        return this;
    }

    int http() {
        return http;
    }

    /** The port for other devices. */
    public int https() {
        return https;
    }

    Process process() {
        return process;
    }

    String said() {
        try {
            return Files.readString(output());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path keyStore() {
        return folder.resolve("certificate.p12");
    }

    static Path launcher() {
        return Path.of(System.getProperty("parley.launcher"));
    }

    private Path output() {
        return folder.resolve("output.txt");
    }

    @Override
    public void close() {
        try {
            process.destroyForcibly().waitFor(20, SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
