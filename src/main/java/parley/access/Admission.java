package parley.access;

import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.Principal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import parley.ops.Metrics;
import parley.ops.Settings;

/**
 * How much one visitor may take up of the server, by the limits of {@link Settings}: handshakes by rate, connections and
 * places in rooms by number. Exact and thread-safe: one lock, never held for longer than a few look-ups.
 */
@ApplicationScoped
public class Admission {

    private static final int SECONDS_AT_ONCE = 10;

    /** How often whoever comes next has to clear away what is left of those before. */
    private static final Duration SWEEP = Duration.ofMinutes(1);

    private Settings settings;
    private TimeMeter clock;

    private Tally ofAddress;
    private Tally ofUser;
    private Tally rooms;
    private int connections;
    private long swept;
    private final Map<String, Rate> handshakes = new HashMap<>();

    /** For the container's proxy. */
    Admission() {}

    /** Admission by these settings. */
    @Inject
    public Admission(Settings settings) {
        this(settings, TimeMeter.SYSTEM_NANOTIME);
    }

    Admission(Settings settings, TimeMeter clock) {
        this.settings = settings;
        this.clock = clock;
        ofAddress = new Tally(settings.connectionsPerAddress());
        ofUser = new Tally(settings.connectionsPerUser());
        rooms = new Tally(settings.roomsPerUser());
        swept = clock.currentTimeNanos();
    }

    /** Counts a handshake; nothing if it may go on, else how long its address has to wait. */
    public synchronized Optional<Duration> handshake(Visitor visitor) {
        if (clock.currentTimeNanos() - swept > SWEEP.toNanos()) {
            sweep();
        }
        return handshakesOf(visitor).takeOrWait();
    }

    /**
     * Makes a visitor that gave a wrong secret wait for its next handshakes: costs its address a quarter of what it may
     * take at once, as far as that is there.
     */
    public synchronized void guessed(Visitor visitor) {
        handshakesOf(visitor).fine();
    }

    /**
     * Counts a connection, unless there are too many: in all, of its address, or of its user.
     *
     * @return whether it is counted, and {@link #exit} is to be called once
     */
    synchronized boolean enter(Visitor visitor) {
        if (connections >= settings.connections()
                || !ofAddress.hasRoomFor(visitor.address())
                || visitor.user() != null && !ofUser.hasRoomFor(visitor.user())) {
            return false;
        }
        connections++;
        ofAddress.add(visitor.address());
        if (visitor.user() != null) {
            ofUser.add(visitor.user());
        }
        return true;
    }

    /** A connection that was counted has ended. */
    synchronized void exit(Visitor visitor) {
        connections--;
        ofAddress.remove(visitor.address());
        if (visitor.user() != null) {
            ofUser.remove(visitor.user());
        }
    }

    /**
     * Counts a place in a room, unless the user has too many. Who has not signed in has no limit but that of
     * connections.
     *
     * @return whether the visitor may join, and {@link #exitRoom} is to be called once
     */
    public synchronized boolean enterRoom(Visitor visitor) {
        if (visitor.user() == null) {
            return true;
        }
        if (!rooms.hasRoomFor(visitor.user())) {
            return false;
        }
        rooms.add(visitor.user());
        return true;
    }

    /** A place in a room is free again. */
    public synchronized void exitRoom(Visitor visitor) {
        if (visitor.user() != null) {
            rooms.remove(visitor.user());
        }
    }

    /**
     * Begins the visit of a new connection.
     *
     * @param principal what {@code Session.getUserPrincipal()} gives
     */
    public Visit visit(Principal principal) {
        Visitor visitor = Visitor.of(principal);
        return new Visit(this, visitor, messages(), enter(visitor));
    }

    Rate messages() {
        return new Rate(settings.messagesPerSecond(), settings.messagesBurst(), clock);
    }

    /** Forgets the addresses that have made no handshake for so long that it no longer matters. */
    synchronized void sweep() {
        swept = clock.currentTimeNanos();
        handshakes.values().removeIf(Rate::isFull);
    }

    void show(@Observes @Initialized(ApplicationScoped.class) Object startup, Metrics metrics) {
        metrics.connections(this::count);
    }

    /** How many connections are counted. */
    public synchronized int count() {
        return connections;
    }

    /** How many addresses and users are remembered, for whatever reason. */
    public synchronized int remembered() {
        return handshakes.size() + ofAddress.keys() + ofUser.keys() + rooms.keys();
    }

    private Rate handshakesOf(Visitor visitor) {
        long perSecond = settings.connectionsPerSecond();
        return handshakes.computeIfAbsent(
                visitor.address(), address -> new Rate(perSecond, SECONDS_AT_ONCE * perSecond, clock));
    }
}
