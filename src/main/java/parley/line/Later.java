package parley.line;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * What is to be done a moment later, by as many threads together as take the {@link Farewells}: not one for each, nor one
 * for all, which any of them may block.
 */
final class Later {

    private final Queue<Errand> waiting = new ArrayDeque<>();
    private final LongSupplier nanoTime;

    private record Errand(Runnable what, long since) {}

    Later(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized void add(Runnable what) {
        waiting.add(new Errand(what, nanoTime.getAsLong()));
    }

    /** Has what is due done by these threads. */
    void start(Executor threads) {
        for (long more = due(Farewells.THREADS); more > 0; more--) {
            threads.execute(this::work);
        }
    }

    /** Takes all that waits, whether it is due or not. */
    synchronized List<Runnable> takeAll() {
        List<Runnable> all = waiting.stream().map(Errand::what).toList();
        waiting.clear();
        return all;
    }

    private void work() {
        while (!Thread.currentThread().isInterrupted()) {
            Optional<Runnable> next = next();
            if (next.isEmpty()) {
                return;
            }
            next.get().run();
        }
    }

    /** How much is due, counted no further than to this. */
    private synchronized long due(int most) {
        return waiting.stream().takeWhile(this::isDue).limit(most).count();
    }

    private synchronized Optional<Runnable> next() {
        return Optional.ofNullable(waiting.peek())
                .filter(this::isDue)
                .map(first -> waiting.remove().what());
    }

    private boolean isDue(Errand errand) {
        return nanoTime.getAsLong() - errand.since() >= Socket.MOMENT.toNanos();
    }
}
