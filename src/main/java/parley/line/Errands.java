package parley.line;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * What takes locks or may block, and is therefore done on a thread of its own: writing a close frame to a client that
 * does not read can take for ever. Where the container has no thread to lend, it waits for the next {@link #retry}.
 */
final class Errands implements Executor {

    private static final Logger LOG = System.getLogger(Errands.class.getName());

    private final Executor threads;
    private final Queue<Runnable> postponed = new ConcurrentLinkedQueue<>();
    private final Later later;
    /** Whether there was no thread since the last {@link #retry}, and whether the log says so. */
    private volatile boolean refused;

    private volatile boolean told;

    Errands(Executor threads, LongSupplier nanoTime) {
        this.threads = threads;
        later = new Later(nanoTime);
    }

    @Override
    public void execute(Runnable errand) {
        try {
            threads.execute(errand);
        } catch (RuntimeException e) {
            refused = true;
            if (!told) {
                LOG.log(Level.WARNING, "The container has no thread to lend; trying again: {0}", e.getMessage());
            }
            told = true;
            postponed.add(errand);
        }
    }

    /** Does it with the first {@link #retry} a moment from now. */
    void later(Runnable errand) {
        later.add(errand);
    }

    /** Takes away what was to be done later. */
    List<Runnable> takeLater() {
        return later.takeAll();
    }

    /** Tries again what found no thread, and does what was to be done later. */
    void retry() {
        refused = false;
        for (int left = postponed.size(); left > 0; left--) {
            execute(postponed.remove());
        }
        // While there are no threads, each time some more would wait for one.
        if (postponed.isEmpty()) {
            later.start(this);
        }
        told &= refused;
    }
}
