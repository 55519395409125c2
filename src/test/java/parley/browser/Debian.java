package parley.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The packages of Debian and its kin, for whoever may install them. */
public final class Debian {

    /** Where programs are for root alone to run, and on no other path. */
    private static final String SYSTEM = "/usr/sbin";

    private static final Path LOCK = Path.of("target", "installing.lock");

    private Debian() {}

    /** A program; where there is none, the package that has it is installed, or the test fails and says what it needs. */
    public static Path program(String name, String packaged) {
        return installed(name)
                .or(() -> {
                    if (canInstall()) {
                        install(packaged);
                    }
                    return installed(name);
                })
                .orElseThrow(() -> new IllegalStateException(
                        "This test needs " + name + ": install " + packaged + ", so that it is on the path"));
    }

    private static Optional<Path> installed(String name) {
        return Stream.of((System.getenv("PATH") + File.pathSeparator + SYSTEM).split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Whether this is such a system, and we are root. */
    static boolean canInstall() {
        return Files.isExecutable(Path.of("/usr/bin/apt-get")) && "root".equals(System.getProperty("user.name"));
    }

    /** Installs packages. */
    static void install(String... names) {
        List<String> install = new ArrayList<>(List.of("apt-get", "-q", "install", "-y", "--no-install-recommends"));
        install.addAll(List.of(names));
        // Tests run in two processes, and apt-get does not wait for itself.
        try (FileChannel file = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            assert lock.isValid();
            run("apt-get", "-q", "update");
            run(install.toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command that installs something, and shows what it says. */
    static void run(String... command) {
        System.out.println("Something is missing, so: " + String.join(" ", command));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            int exit = builder.start().waitFor();
            if (exit != 0) {
                throw new IllegalStateException(command[0] + " ended with " + exit + "; the tests need it");
            }
        } catch (IOException e) {
            throw new IllegalStateException(command[0] + " could not be started; the tests need it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
