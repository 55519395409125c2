package parley.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a process is made to collect its garbage, so that what it keeps can be measured. */
enum Collector {
    JAVA {
        @Override
        void collect(long pid) throws IOException {
            jcmd(pid, "GC.run");
        }

        @Override
        OptionalLong heap(long pid) throws IOException {
            Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
            return used.find() ? OptionalLong.of(Long.parseLong(used.group(1)) << 10) : OptionalLong.empty();
        }
    },

    /** Node.js with collect.cjs, and Bun with what bun.js does itself. */
    JAVASCRIPT {
        @Override
        void collect(long pid) throws IOException {
            run("kill", "-USR2", String.valueOf(pid));
        }

        @Override
        OptionalLong heap(long pid) {
            return OptionalLong.empty();
        }
    };

    private static final Pattern USED = Pattern.compile(" used (\\d+)K");

    abstract void collect(long pid) throws IOException;

    /** The bytes in use of its heap, if it tells. */
    abstract OptionalLong heap(long pid) throws IOException;

    private static String jcmd(long pid, String question) throws IOException {
        return run(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), String.valueOf(pid), question);
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
