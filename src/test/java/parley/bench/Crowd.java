package parley.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/** Much at a time, but not all at once. */
final class Crowd {

    private static final long PATIENCE_SECONDS = 120;

    private final AtomicInteger next = new AtomicInteger();
    private final BooleanSupplier more;
    private final IntFunction<CompletableFuture<?>> task;

    private Crowd(BooleanSupplier more, IntFunction<CompletableFuture<?>> task) {
        this.more = more;
        this.task = task;
    }

    /** Does a task so many times, {@code width} at a time, and waits for the last. */
    static void times(int count, int width, IntFunction<CompletableFuture<?>> task) {
        AtomicInteger left = new AtomicInteger(count);
        new Crowd(() -> left.getAndDecrement() > 0, task).run(width);
    }

    /** Does it again and again for so many seconds; how often that was. */
    static int during(int seconds, int width, IntFunction<CompletableFuture<?>> task) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        return new Crowd(() -> System.nanoTime() < end, task).run(width);
    }

    private int run(int width) {
        CompletableFuture<?>[] all = new CompletableFuture<?>[width];
        for (int i = 0; i < width; i++) {
            all[i] = again();
        }
        settled(CompletableFuture.allOf(all));
        return next.get();
    }

    private CompletableFuture<?> again() {
        if (!more.getAsBoolean()) {
            return CompletableFuture.completedFuture(null);
        }
        return task.apply(next.getAndIncrement()).thenCompose(done -> again());
    }

    /** Waits for something that has to come. */
    static <T> T settled(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("What should have come has not within " + PATIENCE_SECONDS + " s", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
