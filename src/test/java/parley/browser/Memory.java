package parley.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** How much memory a browser takes, all its processes together, as Linux counts it. */
final class Memory {

    private final Path profile;

    /** @param profile by which the browser's processes are known */
    Memory(Path profile) {
        this.profile = profile;
    }

    /** What is its own, in bytes; neither programs nor what the system keeps in memory of the disk. */
    long used() {
        List<ProcessHandle> started = ProcessHandle.allProcesses()
                .filter(process -> process.info().arguments().stream()
                        .flatMap(Arrays::stream)
                        .anyMatch(argument -> argument.equals("--user-data-dir=" + profile)))
                .toList();
        long kibibytes = Stream.concat(started.stream(), started.stream().flatMap(ProcessHandle::descendants))
                .distinct()
                .mapToLong(process -> own(process.pid()))
                .sum();
        if (kibibytes == 0) {
            throw new IllegalStateException("no process has the profile " + profile);
        }
        return kibibytes * 1024;
    }

    private static long own(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss_Anon:") || line.startsWith("Pss_Shmem:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            // It is just ending: its folder is there, but its memory is gone (ESRCH).
            if (String.valueOf(e.getMessage()).endsWith("No such process")) {
                return 0;
            }
            throw new UncheckedIOException(e);
        }
    }
}
