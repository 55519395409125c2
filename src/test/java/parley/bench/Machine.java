package parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** On what it was measured. */
final class Machine {

    private Machine() {}

    static String described() throws IOException {
        String processor = after("/proc/cpuinfo", "model name");
        long memory = Long.parseLong(after("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) >> 20;
        return "%d × %s, %d GiB, Linux %s; %s %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        processor,
                        memory,
                        System.getProperty("os.version"),
                        System.getProperty("java.vm.name"),
                        System.getProperty("java.vm.version"));
    }

    /** How many processes wanted a processor in the last minute, on the average. */
    static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    }

    private static String after(String file, String key) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }
}
