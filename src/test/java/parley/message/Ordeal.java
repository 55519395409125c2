package parley.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Many hostile inputs, one after the other: each has to be dealt with in bounded time, all of them in bounded memory. */
public final class Ordeal {

    /** Asking for the processor time costs as much as many an input. */
    private static final int BATCH = 50;

    /** Of processor time for a batch: a dear input needs a millisecond or two, a bomb many seconds. */
    private static final long MOST_NANOS = 1_000_000_000;

    private static final long MOST_GROWTH_BYTES = 32 << 20;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Function<String, String> subject;
    private final long usedBefore;
    private int inputs;
    private long spentBefore;
    private long dearest;
    private long slowestOfBatch;
    private String slowestText;

    /**
     * Prepares for it by one good message of each type.
     *
     * @param subject deals with an input, and names the outcome
     */
    public Ordeal(Function<String, String> subject) {
        this.subject = subject;
        Samples.OF_TYPE.values().forEach(subject::apply);
        usedBefore = used();
        spentBefore = THREADS.getCurrentThreadCpuTime();
    }

    /** Deals with one input. */
    public void undergo(String text) {
        long before = System.nanoTime();
        outcomes.merge(subject.apply(text), 1, Integer::sum);
        long nanos = System.nanoTime() - before;
        if (nanos > slowestOfBatch) {
            slowestOfBatch = nanos;
            slowestText = text;
        }
        if (++inputs % BATCH == 0) {
            endBatch();
        }
    }

    private void endBatch() {
        long now = THREADS.getCurrentThreadCpuTime();
        long spent = now - spentBefore;
        assertThat(spent).as("nanoseconds for some, above all %s", slowestText).isLessThan(MOST_NANOS);
        dearest = Math.max(dearest, spent);
        spentBefore = now;
        slowestOfBatch = 0;
    }

    /** Makes sure that there were as many inputs as there should be, of every kind, and that nothing of them is kept. */
    public void end(int expected, String... kinds) {
        long grown = used() - usedBefore;
        System.out.printf(
                "%,d hostile inputs: %s; the dearest %d took %.1f ms, all together left %,d KiB%n",
                inputs, outcomes, BATCH, dearest / 1e6, grown >> 10);
        assertThat(inputs).isEqualTo(expected);
        assertThat(outcomes)
                .containsOnlyKeys(kinds)
                .allSatisfy((kind, count) -> assertThat(count).isGreaterThan(expected / 10_000));
        assertThat(grown).as("bytes left behind").isLessThan(MOST_GROWTH_BYTES);
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
