package parley.line;

import java.time.Duration;
import parley.message.ServerMessage.Departure;

/** A peer's time without a socket. Not thread-safe: {@link Line} guards it. */
final class Absence {

    /**
     * How long nobody hears that a page was left that closed with 1001: WildFly itself closes all sockets so, before it
     * tells the application that it stops. Calls outlive the server, so the others must not hear that somebody is gone.
     */
    private static final Duration FAREWELL = Duration.ofMillis(500);

    private final Socket last;
    private final long since;
    private boolean told;

    /**
     * @param last the socket that broke
     * @param since when, in nanoseconds
     */
    Absence(Socket last, long since) {
        this.last = last;
        this.since = since;
    }

    /** Whether it began with the end of this socket. */
    boolean isAfter(Socket which) {
        return last == which;
    }

    /** Whether it has become too long. */
    boolean isOver(long now) {
        return now - since > grace().toNanos();
    }

    /** How the peer is gone when it is over. */
    Departure departure() {
        return isGoingAway() ? Departure.left : Departure.lost;
    }

    private Duration grace() {
        return isGoingAway() ? FAREWELL : Line.GRACE;
    }

    private boolean isGoingAway() {
        return last.closeCode() == Ending.DRAINING.code();
    }

    /** Whether it is time to tell the others: once. */
    boolean isToBeTold(long now) {
        boolean due = !told && now - since > Line.NOTICE.toNanos();
        told |= due;
        return due;
    }
}
