package parley.line;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Takes leave of all clients before the server stops, of those who do not read as well as can be. */
final class Farewells {

    /** A client that does not read may block its close for ever; the server stops without it. */
    private static final Duration MOST = Duration.ofSeconds(2);

    /** Not one for each client: Payara refuses to lend more than 200 threads, and then none would hear anything. */
    static final int THREADS = 16;

    private static final Logger LOG = System.getLogger(Farewells.class.getName());

    private final ExecutorService threads;

    Farewells(ExecutorService threads) {
        this.threads = threads;
    }

    /** Takes these, the first of them first, and returns when that is done or has taken too long. */
    void take(Collection<Runnable> farewells) {
        Queue<Runnable> open = new ConcurrentLinkedQueue<>(farewells);
        Callable<Void> some = () -> {
            for (Runnable next = open.poll(); next != null && !Thread.interrupted(); next = open.poll()) {
                next.run();
            }
            return null;
        };
        try {
            threads.invokeAll(Collections.nCopies(THREADS, some), MOST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RejectedExecutionException | IllegalStateException e) {
            LOG.log(Level.DEBUG, "The container lends no threads, and closes the sockets itself", e);
        }
    }
}
