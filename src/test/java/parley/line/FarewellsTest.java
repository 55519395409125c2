package parley.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FarewellsTest {

    /** As Payara's: it lends so many and keeps nobody waiting. */
    private final ExecutorService threads =
            new ThreadPoolExecutor(0, 200, 1, TimeUnit.SECONDS, new SynchronousQueue<>());

    private final AtomicInteger taken = new AtomicInteger();
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        threads.shutdown();
        assertThat(threads.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void there_may_be_more_clients_than_threads() {
        new Farewells(threads).take(Collections.nCopies(10_000, (Runnable) taken::incrementAndGet));

        assertThat(taken).hasValue(10_000);
    }

    @Test
    void who_does_not_read_keeps_neither_the_others_nor_the_server() {
        List<Runnable> farewells = new ArrayList<>(Collections.nCopies(1_000, taken::incrementAndGet));
        farewells.addAll(Collections.nCopies(300, this::block));
        long start = System.nanoTime();

        new Farewells(threads).take(farewells);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(taken).hasValue(1_000);
    }

    @Test
    void a_container_that_lends_no_threads_stops_all_the_same() {
        threads.shutdown();

        new Farewells(threads).take(List.of(taken::incrementAndGet));

        assertThat(taken).hasValue(0);
    }

    private void block() {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
