package parley.bench;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One server under the loads that come in rounds. */
final class Trial {

    private static final int CALLS_AT_A_TIME = 4;
    private static final int PAIRS = 8;
    private static final int HANDSHAKES_AT_A_TIME = 16;
    private static final double BUSY = 0.8;

    private final Contender contender;
    private final Running server;
    private final Generator clients;
    private final Results results;

    Trial(Contender contender, Running server, Generator clients, Results results) {
        this.contender = contender;
        this.server = server;
        this.clients = clients;
        this.results = results;
    }

    /** Calls from the first handshake to the last close. */
    void calls(int count) {
        long bytes = clients.bytes();
        long cpu = cpu();
        Crowd.times(count, contender.hasRooms() ? CALLS_AT_A_TIME : 1, i -> call());
        results.add(Measure.CALL_CPU, (cpu() - cpu) / 1e3 / count);
        results.add(Measure.CALL_BYTES, (clients.bytes() - bytes) / (double) count);
    }

    private CompletableFuture<Void> call() {
        return Pair.meets(contender.dialect(), clients, server)
                .thenCompose(pair -> contender
                        .script()
                        .play(contender.dialect(), pair.host(), pair.newcomer())
                        .thenCompose(over -> pair.leave(contender.dialect())));
    }

    /** Frames that are not measured, for what compiles while it runs. */
    void warmUp(int frames) {
        between(Load.WARM_UP_PER_SECOND, load -> load.send(frames));
    }

    /** Frames at a fixed rate between pairs. */
    void frames(int seconds) {
        between(Load.PER_SECOND, load -> measure(load, seconds * Load.PER_SECOND));
    }

    private void measure(Load load, int frames) {
        long bytes = clients.bytes();
        long cpu = cpu();
        long[] nanos = load.send(frames);
        results.add(Measure.FRAME_CPU, (cpu() - cpu) / 1e3 / frames);
        results.add(Measure.FRAME_BYTES, (clients.bytes() - bytes) / (double) frames);
        results.add(Measure.LATENCY_MEDIAN, nanos[frames / 2] / 1e6);
        results.add(Measure.LATENCY_TAIL, nanos[frames * 99 / 100] / 1e6);
    }

    private void between(int perSecond, Consumer<Load> task) {
        Load load = new Load(contender.dialect(), perSecond);
        Pair[] pairs = new Pair[contender.hasRooms() ? PAIRS : 1];
        Crowd.times(
                pairs.length,
                1,
                i -> Pair.meets(contender.dialect(), clients, server).thenAccept(pair -> {
                    pairs[i] = pair;
                    load.between(pair.host(), pair.newcomer());
                }));
        task.accept(load);
        Crowd.times(pairs.length, 1, i -> pairs[i].close());
    }

    /** Handshakes one after the other, some at a time; each client closes at once. */
    void handshakes(int seconds) {
        long start = System.nanoTime();
        long cpu = cpu();
        long own = clients.cpu().toNanos();
        int count = Crowd.during(
                seconds,
                HANDSHAKES_AT_A_TIME,
                i -> contender
                        .dialect()
                        .connect(clients, server, Pair.newRoom())
                        .thenCompose(Client::close));
        double nanos = System.nanoTime() - start;
        results.add(Measure.HANDSHAKES, count / nanos * 1e9);
        results.add(Measure.HANDSHAKE_CPU, (cpu() - cpu) / 1e3 / count);
        if ((clients.cpu().toNanos() - own) / nanos > BUSY) {
            results.generatorWasBusy();
        }
    }

    private long cpu() {
        return server.cpu().toNanos();
    }
}
