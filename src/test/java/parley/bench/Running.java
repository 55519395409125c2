package parley.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The process of a server, and what the operating system knows of it. Linux. */
final class Running implements AutoCloseable {

    private final Process process;
    private final int port;
    private final Collector collector;
    private final Duration start;

    private Running(Process process, int port, Collector collector, Duration start) {
        this.process = process;
        this.port = port;
        this.collector = collector;
        this.start = start;
    }

    /** Starts it, and waits until it is ready by what it has printed. */
    static Running start(ProcessBuilder builder, Path directory, int port, Predicate<String> ready, Collector collector)
            throws IOException {
        Path log = directory.resolve("log.txt");
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        long started = System.nanoTime();
        Process process = builder.start();
        try {
            await("the start of what prints to " + log)
                    .atMost(Duration.ofMinutes(2))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> ready.test(Files.readString(log)) || !process.isAlive());
            if (!process.isAlive()) {
                throw new IllegalStateException("ended at once: " + Files.readString(log));
            }
            return new Running(process, port, collector, Duration.ofNanos(System.nanoTime() - started));
        } catch (RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** How long it took from the start of the process until it was ready. */
    Duration start() {
        return start;
    }

    /** Where a path of it is, for a WebSocket. */
    URI webSocket(String path) {
        return URI.create("ws://127.0.0.1:" + port + path);
    }

    /** Where a browser finds it: it gives cameras to this name without TLS. */
    String page() {
        return "http://localhost:" + port + "/";
    }

    int port() {
        return port;
    }

    /** The processor time that it has used, in user and system mode, of all its threads. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** The bytes of memory that it has, once its garbage was collected: the least within some seconds. */
    long resident() {
        long[] least = {Long.MAX_VALUE};
        collect();
        await().atMost(Duration.ofSeconds(5)).during(Duration.ofSeconds(2)).until(() -> {
            least[0] = Math.min(least[0], residentNow());
            return true;
        });
        return least[0];
    }

    /** The bytes in use of its heap, once its garbage was collected, if it tells. */
    OptionalLong heap() {
        collect();
        try {
            return collector.heap(process.pid());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void collect() {
        try {
            // What has a finalizer or a cleaner is gone after the second.
            collector.collect(process.pid());
            collector.collect(process.pid());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long residentNow() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElseThrow();
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
