package parley.line;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.websocket.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import parley.message.Peer;

/** Every line there is, those with a peer by its id, and the sweep that ends the overdue ones. */
@ApplicationScoped
public class Lines {

    /** How often a client is to ping. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(20);

    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private static final Logger LOG = System.getLogger(Lines.class.getName());

    private final Set<Line> all = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<String, Line> ofPeer = new ConcurrentHashMap<>();
    private Future<?> sweep;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Resource
    ManagedExecutorService executor;

    void start(@Observes Startup startup) {
        sweep = scheduler.scheduleAtFixedRate(this::sweep, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (sweep != null) {
            sweep.cancel(false);
        }
        // All lines end before the first socket is closed: nobody is to hear on the way out that the others are gone,
        // since calls outlive the server.
        var closes = all.stream()
                .filter(line -> line.end(Ending.DRAINING))
                .map(line -> Executors.callable(() -> line.hangUp(Ending.DRAINING)))
                .toList();
        try {
            // A client that does not read may block its close; the server stops without it.
            executor.invokeAll(closes, FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RejectedExecutionException | IllegalStateException e) {
            LOG.log(Level.DEBUG, "The container no longer lends threads, and closes the sockets itself", e);
        }
    }

    /**
     * Opens the line of a session that speaks {@code parley.v1}: it must say hello.
     *
     * @param onEnd called on another thread if the line is ended from this side, and again by each sweep until the line
     *     is removed
     */
    public Line open(Session session, Runnable onEnd) {
        return open(session, true, onEnd);
    }

    /** Opens the line of a session of which no more is expected than to be there. */
    public Line openSilent(Session session, Runnable onEnd) {
        return open(session, false, onEnd);
    }

    private Line open(Session session, boolean expectsHello, Runnable onEnd) {
        Line line = new Line(new Socket(session), new Patience(System::nanoTime, expectsHello), executor, onEnd);
        all.add(line);
        return line;
    }

    /** Gives a line to the peer that has said hello on it. */
    public void assign(Line line, Peer peer) {
        line.belongsTo(peer);
        ofPeer.put(peer.id(), line);
    }

    /** Forgets a line. A peer that has got another one meanwhile keeps that. */
    public void remove(Line line) {
        line.end(Ending.BROKEN);
        all.remove(line);
        line.peer().ifPresent(peer -> ofPeer.remove(peer.id(), line));
    }

    /** The line of a peer, if it is still there. */
    public Optional<Line> of(String peer) {
        return Optional.ofNullable(ofPeer.get(peer));
    }

    /** How many lines there are. */
    public int count() {
        return all.size();
    }

    private void sweep() {
        for (Line line : all) {
            try {
                line.sweep();
            } catch (RuntimeException e) {
                // It would cancel the schedule, and with it the deadlines of all others.
                LOG.log(Level.ERROR, "A line could not be swept", e);
            }
        }
    }
}
