package parley.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Many hostile inputs, one after the other: each has to be dealt with in bounded time, all of them in bounded memory. */
public final class Ordeal {

    /** Of processor time for one input: some hundred times what the dearest needs, a fraction of what a bomb would. */
    private static final long MOST_NANOS = 250_000_000;

    private static final long MOST_GROWTH_BYTES = 32 << 20;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Function<String, String> subject;
    private final long usedBefore;
    private int inputs;
    private long slowest;

    /**
     * Prepares for it by one good message of each type.
     *
     * @param subject deals with an input, and names the outcome
     */
    public Ordeal(Function<String, String> subject) {
        this.subject = subject;
        Samples.OF_TYPE.values().forEach(subject::apply);
        usedBefore = used();
    }

    /** Deals with one input. */
    public void undergo(String text) {
        long before = THREADS.getCurrentThreadCpuTime();
        String outcome = subject.apply(text);
        long nanos = THREADS.getCurrentThreadCpuTime() - before;
        assertThat(nanos).as("nanoseconds for %s", text).isLessThan(MOST_NANOS);
        slowest = Math.max(slowest, nanos);
        outcomes.merge(outcome, 1, Integer::sum);
        inputs++;
    }

    /** Makes sure that there were as many inputs as there should be, of every kind, and that nothing of them is kept. */
    public void end(int expected, String... kinds) {
        long grown = used() - usedBefore;
        System.out.printf(
                "%,d hostile inputs: %s; the dearest took %.1f ms, all together left %,d KiB%n",
                inputs, outcomes, slowest / 1e6, grown >> 10);
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
