package parley.container;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;

/** A server with Parley as an administrator starts it, for what Arquillian cannot do: fail, stop, and come back. */
public final class ServerProcess implements AutoCloseable {

    private final ProcessBuilder command;
    private final Path log;
    private final URI root;
    private Process process;
    private int told;

    private ServerProcess(ProcessBuilder command, Path log, URI root) throws IOException {
        this.command = command;
        this.log = log;
        this.root = root;
        startAgain();
    }

    /** Starts it, with these options of the Java virtual machine, and waits until it is ready. */
    public static ServerProcess start(Path directory, String... options) throws IOException {
        return startAt("/", directory, options);
    }

    /** The same with a context root other than "/", such as "/parley". */
    public static ServerProcess startAt(String contextRoot, Path directory, String... options) throws IOException {
        return start(Path.of(System.getProperty("parley.war")), contextRoot, directory, options);
    }

    /** The same with a WAR other than the built one. */
    static ServerProcess start(Path war, String contextRoot, Path directory, String... options) throws IOException {
        Distribution tested = Distribution.tested();
        int port = FreePort.next();
        List<String> command = new ArrayList<>(List.of(options));
        command.addAll(tested.command(war, directory, port, contextRoot));
        return start(
                directory,
                command,
                URI.create("http://localhost:" + port + (contextRoot + '/').replace("//", "/")),
                tested);
    }

    /** Starts a Payara Micro without Parley, to which it can be deployed, and waits until it is ready. */
    static ServerProcess startEmpty(Path directory) throws IOException {
        Path jar = Path.of(System.getProperty("payara.microJar"));
        Path tests = Path.of("target", "test-classes").toAbsolutePath();
        List<String> command = new ArrayList<>(List.of("-Dparley.war=" + System.getProperty("parley.war")));
        // What -jar would take from the manifest.
        try (JarFile file = new JarFile(jar.toFile())) {
            for (String option : List.of("Add-Exports", "Add-Opens")) {
                for (String part :
                        file.getManifest().getMainAttributes().getValue(option).split(" ")) {
                    command.add("--" + option.toLowerCase(Locale.ROOT) + "=" + part + "=ALL-UNNAMED");
                }
            }
        }
        int port = FreePort.next();
        command.addAll(List.of("-cp", jar + File.pathSeparator + tests, Redeployer.class.getName()));
        command.addAll(List.of("--nohazelcast", "--disablephonehome", "--port", String.valueOf(port)));
        return start(directory, command, URI.create("http://localhost:" + port + '/'), Distribution.PAYARA_MICRO);
    }

    private static ServerProcess start(Path directory, List<String> options, URI root, Distribution tested)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.add("-Dparley.key.file=" + directory.resolve("parley.key"));
        command.addAll(options);
        Path log = directory.resolve("log.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(tested.environment(directory));
        ServerProcess server = new ServerProcess(builder, log, root);
        try {
            await().atMost(Duration.ofMinutes(5))
                    .until(() -> tested.isReady(server.log()) || !server.process.isAlive());
            if (!tested.isReady(server.log())) {
                throw new IllegalStateException("ended at once: " + server.log());
            }
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** The Java that runs the tests. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Tells one that was started empty to deploy Parley, or to undeploy it, and waits until that is done. */
    void tell(String command) throws IOException {
        String numbered = command + ' ' + ++told;
        process.getOutputStream().write((numbered + '\n').getBytes(StandardCharsets.US_ASCII));
        process.getOutputStream().flush();
        await().atMost(Duration.ofMinutes(1)).until(() -> log().contains(Redeployer.DONE + numbered));
    }

    /** What the JDK's own {@code jcmd} tells about the process. */
    String jcmd(String question) throws IOException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(process.pid()),
                        question)
                .redirectErrorStream(true)
                .start();
        return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** What it has said so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Server server() throws IOException {
        return new Server(root.toURL());
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
