package parley.container;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server with Parley as an administrator starts it; it may fail, stop, and come back. */
public final class ServerProcess implements AutoCloseable {

    private final Distribution distribution;
    private final ProcessBuilder command;
    private final Path directory;
    private final URI root;
    private Process process;
    private int told;

    private ServerProcess(Distribution distribution, Path directory, List<String> arguments, URI root)
            throws IOException {
        this.distribution = distribution;
        this.directory = directory;
        this.root = root;
        List<String> words = new ArrayList<>();
        words.add(java());
        words.add("-Dparley.key.file=" + directory.resolve("parley.key"));
        words.addAll(arguments);
        command = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output().toFile());
        command.environment().putAll(distribution.environment(directory));
    }

    /** Starts it, with these options of the Java virtual machine, and waits until it is ready. */
    public static ServerProcess start(Path directory, String... options) throws IOException {
        return startAt("/", directory, options);
    }

    /** The same with a context root other than "/", such as "/parley". */
    public static ServerProcess startAt(String contextRoot, Path directory, String... options) throws IOException {
        return start(built(), contextRoot, directory, options);
    }

    /** The same with a WAR other than the built one. */
    static ServerProcess start(Path war, String contextRoot, Path directory, String... options) throws IOException {
        return of(war, contextRoot, FreePort.next(), directory, options).ready();
    }

    /** The same at "/", with these environment variables. */
    static ServerProcess start(Map<String, String> environment, Path directory) throws IOException {
        ServerProcess server = of(built(), "/", FreePort.next(), directory);
        server.command.environment().putAll(environment);
        return server.ready();
    }

    /** Starts it at "/" on a port that it may not get; does not wait. */
    static ServerProcess startOn(int port, Path directory) throws IOException {
        ServerProcess server = of(built(), "/", port, directory);
        server.startAgain();
        return server;
    }

    /** Starts a Payara Micro without Parley, to which it can be deployed, and waits until it is ready. */
    static ServerProcess startEmpty(Path directory) throws IOException {
        int port = FreePort.next();
        URI root = URI.create("http://localhost:" + port + '/');
        return new ServerProcess(Distribution.PAYARA_MICRO, directory, Redeployer.command(port), root).ready();
    }

    private static ServerProcess of(Path war, String contextRoot, int port, Path directory, String... options)
            throws IOException {
        Distribution tested = Distribution.tested();
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(tested.command(war, directory, port, contextRoot));
        URI root = URI.create("http://localhost:" + port + (contextRoot + '/').replace("//", "/"));
        return new ServerProcess(tested, directory, arguments, root);
    }

    private static Path built() {
        return Path.of(System.getProperty("parley.war"));
    }

    private ServerProcess ready() throws IOException {
        startAgain();
        try {
            await().atMost(Duration.ofMinutes(5)).until(() -> distribution.isReady(log()) || !process.isAlive());
            if (!distribution.isReady(log())) {
                throw new IllegalStateException("ended at once: " + log());
            }
            return this;
        } catch (RuntimeException e) {
            close();
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

    /** What it has said so far: what it has printed, and then what it has written to its log alone. */
    public String log() {
        try {
            StringBuilder log = new StringBuilder(Files.readString(output()));
            for (Path file : distribution.logs(directory)) {
                log.append(Files.readString(file));
            }
            return log.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path output() {
        return directory.resolve("log.txt");
    }

    public Server server() throws IOException {
        return new Server(root.toURL());
    }

    boolean isAlive() {
        return process.isAlive();
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
