package parley.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The commands that administrators are told. */
final class Deploying {

    private Deploying() {}

    /** The line that starts with this. */
    static String line(String start) throws IOException {
        return String.join(" ", command(start));
    }

    /** The words of the one that starts with this, whose lines may end in a backslash. */
    static List<String> command(String start) throws IOException {
        List<String> found = Files.readString(Path.of("src", "docs", "DEPLOYING.md"))
                .replaceAll("\\\\\n\\s*", "")
                .lines()
                .filter(line -> line.startsWith("    " + start))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " commands start with " + start);
        }
        return List.of(found.get(0).strip().split(" +"));
    }

    /** The same with other texts in place of these, in pairs, of which each has to be there. */
    static List<String> command(String start, Object... others) throws IOException {
        List<String> command = command(start);
        for (int i = 0; i < others.length; i += 2) {
            String old = others[i].toString();
            String other = others[i + 1].toString();
            if (command.stream().noneMatch(word -> word.contains(old))) {
                throw new IllegalStateException("no " + old + " in " + command);
            }
            command = command.stream().map(word -> word.replace(old, other)).toList();
        }
        return command;
    }
}
