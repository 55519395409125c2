package parley.line;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How long a client may keep us waiting. Kept by the clock of one sweep over all lines rather than by a timer each,
 * and never by the container's idle timeout: Tyrus restarts that on every frame, at a price.
 */
final class Patience {

    /** Between two signs of life from a client. */
    static final Duration SILENCE = Duration.ofSeconds(45);

    /**
     * Of silence, after which the client is asked. Clients ping every {@link Lines#HEARTBEAT} themselves, but browsers
     * let the timers of a page in the background run once a minute; a WebSocket ping they answer at once.
     */
    static final Duration QUIET = Duration.ofSeconds(25);

    /** For one frame to be taken by the client. */
    static final Duration SEND = Duration.ofSeconds(10);

    /** For one frame, after which the client hardly reads. */
    private static final Duration STUCK = Duration.ofSeconds(1);

    private static final long IDLE = Long.MIN_VALUE;

    private final LongSupplier nanoTime;
    private final Optional<Duration> forHello;
    private final long opened;
    private volatile long heard;
    private volatile long sendingSince = IDLE;
    private volatile boolean greeted;
    private long asked = IDLE;

    /** @param forHello how long after the handshake hello is expected, if it is */
    Patience(LongSupplier nanoTime, Optional<Duration> forHello) {
        this.nanoTime = nanoTime;
        this.forHello = forHello;
        this.opened = nanoTime.getAsLong();
        this.heard = opened;
    }

    void heard() {
        heard = nanoTime.getAsLong();
    }

    void greeted() {
        greeted = true;
    }

    void sending() {
        sendingSince = nanoTime.getAsLong();
    }

    void sent() {
        sendingSince = IDLE;
    }

    /** Why it is at an end, if it is. */
    Optional<Ending> lost() {
        if (sendsFor(SEND)) {
            return Optional.of(Ending.READS_TOO_SLOWLY);
        }
        if (!greeted && forHello.isPresent() && longerThan(forHello.get(), opened)) {
            return Optional.of(Ending.LATE);
        }
        if (longerThan(SILENCE, heard)) {
            return Optional.of(Ending.SILENT);
        }
        return Optional.empty();
    }

    /** Whether it has not lasted longer than that yet. */
    boolean isYounger(Duration than) {
        return !longerThan(than, opened);
    }

    /** Whether a frame has been on its way for so long that it hardly matters what else the client is sent. */
    boolean isStuck() {
        return sendsFor(STUCK);
    }

    private boolean sendsFor(Duration duration) {
        long sending = sendingSince;
        return sending != IDLE && longerThan(duration, sending);
    }

    /** Whether it is time to ask for a sign of life: once in every silence. Called by the sweep alone. */
    boolean asks() {
        long since = heard;
        if (asked == since || !longerThan(QUIET, since)) {
            return false;
        }
        asked = since;
        return true;
    }

    private boolean longerThan(Duration duration, long since) {
        return nanoTime.getAsLong() - since > duration.toNanos();
    }
}
