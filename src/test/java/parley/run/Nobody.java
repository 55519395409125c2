package parley.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Parley started by somebody who may not read everything. */
final class Nobody {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private Nobody() {}

    /** Lets everybody else in, too: JUnit makes temporary folders for their owner alone. */
    static Path open(Path folder) throws IOException {
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Leaves these permissions to a file, such as {@code r--r--r--}. */
    static Path with(String permissions, Path file) throws IOException {
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    /** A command that starts Java so; root may read everything and has to become somebody else. */
    static ProcessBuilder java(List<String> arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("setpriv", "--reuid=65534", "--clear-groups"));
        }
        command.add(JAVA);
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }
}
