package parley.bench;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Many who are there, two in each room, and say nothing: what they cost, and what it costs when all of them come back. */
final class Idlers {

    private static final int AT_A_TIME = 32;
    private static final int SPARE_FILES = 1_000;

    private final Dialect dialect;
    private final Running server;
    private final Generator clients;
    private final Results results;

    Idlers(Contender contender, Running server, Generator clients, Results results) {
        this.dialect = contender.dialect();
        this.server = server;
        this.clients = clients;
        this.results = results;
    }

    /** A process may have so many files open, and a socket is one. */
    static void checkLimit(int connections) {
        UnixOperatingSystemMXBean system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long most = system.getMaxFileDescriptorCount();
        if (most < connections + SPARE_FILES) {
            throw new IllegalStateException(
                    "The bench keeps " + connections + " connections open, but here a process may open " + most
                            + " files only: raise it by \"ulimit -n " + (connections + SPARE_FILES) + "\".");
        }
    }

    /** Memory that the server has for each of so many, beyond what it had before they came. */
    void idle(int count) {
        long resident = server.resident();
        OptionalLong heap = server.heap();
        Pair[] pairs = come(count / 2);
        results.add(Measure.IDLE_MEMORY, (server.resident() - resident) / 1e3 / count);
        heap.ifPresent(before -> results.add(Measure.IDLE_HEAP, (server.heap().orElseThrow() - before) / 1e3 / count));
        if (!Stream.of(pairs).allMatch(Pair::isOpen)) {
            throw new IllegalStateException("clients were lost while they did nothing");
        }
        Crowd.times(pairs.length, AT_A_TIME, i -> pairs[i].close());
    }

    /** All lose their connections at once, and connect again at once. */
    void comeBack(int count) {
        Pair[] lost = come(count / 2);
        Crowd.times(lost.length, lost.length, i -> lost[i].reset());
        long start = System.nanoTime();
        long cpu = server.cpu().toNanos();
        Pair[] back = new Pair[lost.length];
        Crowd.times(back.length, back.length, i -> again(lost[i]).thenAccept(pair -> back[i] = pair));
        results.add(Measure.RETURN, (System.nanoTime() - start) / 1e6);
        results.add(Measure.RETURN_CPU, (server.cpu().toNanos() - cpu) / 1e3 / count);
        Crowd.times(back.length, AT_A_TIME, i -> back[i].close());
    }

    private Pair[] come(int count) {
        Pair[] pairs = new Pair[count];
        Crowd.times(count, AT_A_TIME, i -> Pair.meets(dialect, clients, server).thenAccept(pair -> pairs[i] = pair));
        return pairs;
    }

    private CompletableFuture<Pair> again(Pair lost) {
        return dialect.comeBack(clients, server, lost.room(), lost.host())
                .thenCombine(
                        dialect.comeBack(clients, server, lost.room(), lost.newcomer()),
                        (host, newcomer) -> new Pair(lost.room(), host, newcomer));
    }
}
