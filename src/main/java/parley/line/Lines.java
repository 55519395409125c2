package parley.line;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import parley.message.MessageCodec;
import parley.message.Peer;
import parley.message.ServerMessage.Bye;
import parley.ops.Settings;

/** Every line there is, those with a peer by its id, and the sweep that ends the overdue ones. */
@ApplicationScoped
public class Lines {

    /** How often a client is to ping. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(20);

    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private static final Logger LOG = System.getLogger(Lines.class.getName());

    private final Set<Line> all = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<String, Line> ofPeer = new ConcurrentHashMap<>();
    private final Errands errands;
    private final LongSupplier nanoTime;
    private Future<?> sweep;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Resource
    ManagedExecutorService executor;

    @Inject
    MessageCodec codec;

    @Inject
    Settings settings;

    /** Lines on the container's threads. */
    public Lines() {
        errands = new Errands(task -> executor.execute(task));
        nanoTime = System::nanoTime;
    }

    Lines(Executor threads, LongSupplier nanoTime, Settings settings) {
        this.errands = new Errands(threads);
        this.nanoTime = nanoTime;
        this.settings = settings;
    }

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
        var farewells = all.stream()
                .map(line -> line.drain(line.peer().isPresent() ? codec.encode(Bye.draining()) : null))
                .map(Executors::callable)
                .toList();
        try {
            // A client that does not read may block its close; the server stops without it.
            executor.invokeAll(farewells, FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RejectedExecutionException | IllegalStateException e) {
            LOG.log(Level.DEBUG, "The container no longer lends threads, and closes the sockets itself", e);
        }
    }

    /**
     * Opens the line of a session that speaks {@code parley.v1}: it must say hello.
     *
     * @param onEnd run once when the session ends, whoever notices first: of a client that vanishes right after the
     *     handshake, Tyrus does not always tell
     */
    public Socket open(Session session, Line.Listener listener, Runnable onEnd) {
        return open(session, true, listener, onEnd);
    }

    /** Opens the line of a session of which no more is expected than to be there; the rest as for {@link #open}. */
    public Socket openSilent(Session session, Line.Listener listener, Runnable onEnd) {
        return open(session, false, listener, onEnd);
    }

    private Socket open(Session session, boolean expectsHello, Line.Listener listener, Runnable onEnd) {
        Patience patience = new Patience(nanoTime, expectsHello ? Optional.of(settings.hello()) : Optional.empty());
        Socket socket = new Socket(session, patience, settings.frameLength(), onEnd);
        Outbox outbox = new Outbox(settings.lineFrames(), settings.lineBytes());
        all.add(new Line(socket, outbox, errands, nanoTime, listener));
        return socket;
    }

    /** Gives a line to the peer that has said hello on it; false if that peer has one. */
    public boolean assign(Line line, Peer peer) {
        if (ofPeer.putIfAbsent(peer.id(), line) != null) {
            return false;
        }
        line.belongsTo(peer);
        return true;
    }

    /** Forgets a line; false if it was forgotten. */
    public boolean remove(Line line) {
        line.peer().ifPresent(peer -> ofPeer.remove(peer.id(), line));
        return all.remove(line);
    }

    /** The line of a peer, if it is still there. */
    public Optional<Line> of(String peer) {
        return Optional.ofNullable(ofPeer.get(peer));
    }

    /** How many lines there are. */
    public int count() {
        return all.size();
    }

    void sweep() {
        errands.retry();
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
