package parley.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import parley.container.FreePort;

/** The servers of JavaScript, from src/test/bench and as npm installs them. */
final class Npm {

    private static final Path SOURCES = Path.of("src", "test", "bench");
    private static final Predicate<String> READY =
            Pattern.compile("ready|Started PeerServer").asPredicate();

    private final Path folder;

    private Npm(Path folder) {
        this.folder = folder;
    }

    /** Installs what the lock file names into a folder, as often as it is called. */
    static Npm installed(Path folder) throws IOException {
        for (String command : List.of("node", "npm")) {
            if (Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                    .noneMatch(it -> Files.isExecutable(Path.of(it, command)))) {
                throw new IllegalStateException("The bench measures Parley beside servers of Node.js and needs "
                        + command + " on the PATH: install Node.js 20 or later.");
            }
        }
        Files.createDirectories(folder);
        try (Stream<Path> sources = Files.list(SOURCES)) {
            for (Path source : (Iterable<Path>) sources::iterator) {
                Files.write(folder.resolve(source.getFileName()), Files.readAllBytes(source));
            }
        }
        Path log = folder.resolve("npm.txt");
        Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (npm.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("npm could not install what the bench needs: " + Files.readString(log));
        }
        return new Npm(folder);
    }

    /** Where a file of a package is. */
    Path file(String path) {
        return folder.resolve("node_modules").resolve(path).toAbsolutePath();
    }

    /** Bun comes for Linux on x86-64 only. */
    boolean hasBun() {
        return Files.exists(bun());
    }

    Running bun(Path directory) throws IOException {
        return start(directory, bun().toString(), "bun.js", "%d");
    }

    Running tutorial(Path directory) throws IOException {
        return start(directory, "node", "--expose-gc", "--require", "./collect.cjs", "tutorial.js", "%d");
    }

    Running peerServer(Path directory) throws IOException {
        return start(
                directory,
                "node",
                "--expose-gc",
                "--require",
                "./collect.cjs",
                file("peer/dist/bin/peerjs.js").toString(),
                "--host",
                "127.0.0.1",
                "--port",
                "%d",
                "--path",
                "/",
                "--concurrent_limit",
                "20000");
    }

    private Path bun() {
        return file("@oven/bun-linux-x64/bin/bun");
    }

    private Running start(Path directory, String... arguments) throws IOException {
        int port = FreePort.next();
        List<String> command = new ArrayList<>();
        for (String argument : arguments) {
            command.add(argument.equals("%d") ? String.valueOf(port) : argument);
        }
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        return Running.start(builder, directory, port, READY, Collector.JAVASCRIPT);
    }
}
