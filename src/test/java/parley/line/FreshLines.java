package parley.line;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import parley.ops.Settings;

/** A registry of lines outside of a container, with a clock and a thread that a test keeps. */
public final class FreshLines implements Executor, LongSupplier {

    private static final Settings DEFAULTS = new Settings();

    private final List<Runnable> errands = new ArrayList<>();
    private final Lines lines = new Lines(this, this, DEFAULTS);
    private long now;

    /** The registry. */
    public Lines lines() {
        return lines;
    }

    /** Lets a second pass, so many times, and does each time what the sweep does. */
    public void pass(long seconds) {
        for (long i = 0; i < seconds; i++) {
            now += 1_000_000_000L;
            lines.sweep();
            runErrands();
        }
    }

    /** Does what was left to other threads, and what that leaves to them. */
    public void runErrands() {
        while (!errands.isEmpty()) {
            List<Runnable> now = List.copyOf(errands);
            errands.clear();
            now.forEach(Runnable::run);
        }
    }

    @Override
    public void execute(Runnable errand) {
        errands.add(errand);
    }

    @Override
    public long getAsLong() {
        return now;
    }
}
