package parley.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import parley.browser.Debian;

/** A program that does one thing and ends. */
final class Program {

    private Program() {}

    /** Runs one of Debian's, which is in this package, and returns what it said; fails if the program does. */
    static String run(String name, String packaged, Object... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(Debian.program(name, packaged).toString()));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        return run(command);
    }

    /** Runs a command and returns what it said; fails if it does. */
    static String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
        try {
            assertThat(process.waitFor()).as("%s: %s", command, said).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return said;
    }
}
