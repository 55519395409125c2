package parley.line;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.message.MessageCodec;
import parley.message.Peer;
import parley.message.ServerMessage.Bye;
import parley.ops.Metrics;
import parley.ops.Readiness;
import parley.ops.Settings;
import parley.ops.Stopping;

/** Every line there is, those with a peer by its id, and the sweep that ends the overdue ones. */
@ApplicationScoped
public class Lines {

    /** How often a client is to ping. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(20);

    private static final Logger LOG = System.getLogger(Lines.class.getName());

    private final Set<Line> all = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<String, Line> ofPeer = new ConcurrentHashMap<>();
    private final Errands errands;
    private final LongSupplier nanoTime;
    private Ceiling ceiling;
    private Farewells farewells;
    private Future<?> sweep;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Resource
    ManagedExecutorService executor;

    @Inject
    MessageCodec codec;

    @Inject
    Settings settings;

    @Inject
    Readiness readiness;

    @Inject
    Metrics metrics;

    /** Lines on the container's threads. */
    public Lines() {
        nanoTime = System::nanoTime;
        errands = new Errands(task -> executor.execute(task), nanoTime);
    }

    Lines(Executor threads, LongSupplier nanoTime, Settings settings) {
        this.errands = new Errands(threads, nanoTime);
        this.nanoTime = nanoTime;
        this.settings = settings;
        this.readiness = new Readiness();
        this.metrics = new Metrics();
        measure();
    }

    @PostConstruct
    void measure() {
        ceiling = new Ceiling(settings.linesBytes());
    }

    Ceiling ceiling() {
        return ceiling;
    }

    /** How many bytes are kept for all clients together. */
    public long kept() {
        return ceiling.kept();
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object startup) {
        metrics.bytesOfLines(this::kept);
        // A rehearsal of the stop: Payara Micro has two shutdown hooks, which Java runs at the same time. One stops the
        // applications, the other deletes their files; a class that is not loaded by then may not be found any more.
        Ending.DRAINING.reason();
        codec.encode(Bye.draining());
        farewells = new Farewells(executor);
        sweep = scheduler.scheduleAtFixedRate(this::sweep, 1, 1, TimeUnit.SECONDS);
    }

    // Not @PreDestroy: the codec may be destroyed first.
    void stop(@Observes Shutdown shutdown) {
        stop();
    }

    void stop(@Observes Stopping stopping) {
        stop();
    }

    private void stop() {
        readiness.drain();
        if (sweep == null || sweep.isCancelled()) {
            // A wrong setting has stopped the deployment, or this is the second word of it.
            return;
        }
        sweep.cancel(false);
        // All lines end before the first socket is closed: nobody is to hear on the way out that the others are gone,
        // since calls outlive the server.
        Map<Boolean, List<Line>> stuck = all.stream().collect(Collectors.partitioningBy(Line::isStuck));
        Stream<Runnable> leave = Stream.of(stuck.get(false), stuck.get(true))
                .flatMap(List::stream)
                .map(line -> line.drain(lastWordTo(line)));
        farewells.take(Stream.concat(leave, errands.takeLater().stream()).toList());
    }

    private String lastWordTo(Line line) {
        return line.peer().isPresent() ? codec.encode(Bye.draining()).text() : null;
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
        Socket socket = socketOf(session, patience, onEnd);
        Outbox outbox = new Outbox(settings.lineFrames(), settings.lineBytes(), ceiling);
        all.add(new Line(socket, outbox, errands, nanoTime, listener));
        if (readiness.draining()) {
            // Too late for the farewells, and for the sweep.
            socket.close(Ending.DRAINING);
        }
        return socket;
    }

    private Socket socketOf(Session session, Patience patience, Runnable onEnd) {
        try {
            return new Socket(session, patience, settings.frameLength(), onEnd);
        } catch (RuntimeException e) {
            // The session has ended already, and nobody else would notice.
            onEnd.run();
            throw e;
        }
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
        note(line.fullest());
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
                note(line.fullest());
            } catch (RuntimeException e) {
                // It would cancel the schedule, and with it the deadlines of all others.
                LOG.log(Level.ERROR, "A line could not be swept", e);
            }
        }
    }

    private void note(Fill fullest) {
        metrics.lineHeld(fullest.frames(), fullest.bytes());
    }
}
