package parley.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The unit of systemd, with the paths of an installation replaced by those of the build. */
final class Unit {

    private final String text;

    private Unit(String text) {
        this.text = text;
    }

    /**
     * Reads it.
     *
     * @param state what stands for /var/lib/parley
     * @throws IOException if it is not there
     */
    static Unit in(Path state) throws IOException {
        Path config = Path.of("payara-config").toAbsolutePath();
        return new Unit(Files.readString(config.resolve("parley.service")))
                .with("/usr/bin/java", Path.of(System.getProperty("java.home"), "bin", "java"))
                .with("/opt/parley/parley-launcher.jar", RunningParley.launcher())
                .with("/opt/parley/parley.war", System.getProperty("parley.war"))
                .with("/etc/parley/logging.properties", config.resolve("logging.properties"))
                .with("/etc/parley/pre-boot.txt", config.resolve("pre-boot.txt"))
                .with("/var/lib/parley", state);
    }

    /** The same with another text in place of this, which has to be there. */
    Unit with(String old, Object other) {
        if (!text.contains(old)) {
            throw new IllegalStateException("parley.service has no " + old);
        }
        return new Unit(text.replace(old, other.toString()));
    }

    /** What follows the key, its lines as one. */
    String value(String key) {
        List<String> values = text.replaceAll("\\\\\n\\s*", "")
                .lines()
                .filter(line -> line.startsWith(key + '='))
                .map(line -> line.substring(key.length() + 1))
                .toList();
        if (values.size() != 1) {
            throw new IllegalStateException(key + " is there " + values.size() + " times");
        }
        return values.get(0);
    }

    int number(String key) {
        return Integer.parseInt(value(key));
    }

    /** What it starts, in the environment that it sets. */
    ProcessBuilder command() {
        ProcessBuilder command = new ProcessBuilder(value("ExecStart").split(" +"));
        String[] setting = value("Environment").split("=", 2);
        command.environment().put(setting[0], setting[1]);
        return command;
    }

    @Override
    public String toString() {
        return text;
    }
}
