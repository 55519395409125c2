package parley.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.ops.Settings;

class AdmissionThreadsTest {

    private static final int THREADS = 8;
    private static final int MOST = 5;

    @Test
    void connections_that_come_and_go_at_once_are_counted_exactly() throws Exception {
        Admission admission = new Admission(Settings.of(Map.of("parley.connections.per-address", "" + MOST)));
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        Callable<Integer> comesAndGoes = () -> {
            int most = 0;
            for (int i = 0; i < 20_000; i++) {
                Visitor visitor = new Visitor("192.0.2.1", i % 2 == 0 ? "ada" : null);
                admission.handshake(visitor);
                if (admission.enter(visitor)) {
                    most = Math.max(most, inside.incrementAndGet());
                    Thread.yield();
                    inside.decrementAndGet();
                    admission.exit(visitor);
                } else {
                    refused.incrementAndGet();
                }
                admission.sweep();
            }
            return most;
        };

        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Integer>> runs = threads.invokeAll(
                    IntStream.range(0, THREADS).mapToObj(i -> comesAndGoes).toList());
            for (Future<Integer> run : runs) {
                assertThat(run.get()).isLessThanOrEqualTo(MOST);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(refused).as("the threads met at the limit").hasPositiveValue();
        assertThat(admission.count()).isZero();
        for (int i = 0; i < MOST; i++) {
            assertThat(admission.enter(new Visitor("192.0.2.1", null))).isTrue();
        }
        assertThat(admission.enter(new Visitor("192.0.2.1", null))).isFalse();
    }
}
