package parley.line;

import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import parley.message.Frame;
import parley.message.Peer;
import parley.message.ServerMessage.Departure;

/**
 * One peer's ordered way out, over one socket after the other: a peer whose socket breaks keeps its place for
 * {@link #GRACE}, and what it has missed meanwhile is sent on the next socket, once. A client that does not read costs at
 * most an {@link Outbox}.
 *
 * <p>The conversation is a lock that puts what a peer says and what becomes of it in a row, whatever socket or sweep it
 * comes from. Only that of a line which has just been opened waits for another's.
 */
public final class Line {

    /** How long a peer may be without a socket. */
    public static final Duration GRACE = Duration.ofSeconds(30);

    /** How long it is without one before the others hear of it: most are back sooner. */
    static final Duration NOTICE = Duration.ofSeconds(2);

    /** How many reports of its client count in a minute: more than the page has reason to make. */
    static final int REPORTS = 4;

    /** What becomes of a line. Called on a thread of its own. */
    public interface Listener {
        /**
         * Its socket is closed by the server or for a fault of the client. Called at once, maybe under locks: for the log
         * and the metrics.
         */
        default void closing(Line line, Ending why) {}

        /** Its peer has been without a socket for a moment. */
        default void away(Line line) {}

        /** It has ended. */
        void gone(Line line, Departure departure);
    }

    private final Errands errands;
    private final LongSupplier nanoTime;
    private final Listener listener;
    private final ReentrantLock conversation = new ReentrantLock();
    private final Principal visitor;
    private final Outgoing outgoing;
    private final Pace reports;
    /** The socket that it was opened with, until that is a peer's. */
    private Socket first;
    /** While the peer is away. */
    private Absence absence;

    private Departure over;

    private volatile Peer peer;
    private volatile long received;

    Line(Socket first, Outbox outbox, Errands errands, LongSupplier nanoTime, Listener listener) {
        this.first = first;
        // Taken now: Tomcat does not tell it any more once the session is closed.
        this.visitor = first.visitor();
        this.outgoing = new Outgoing(outbox, first);
        this.errands = errands;
        this.nanoTime = nanoTime;
        this.listener = listener;
        this.reports = new Pace(REPORTS, Duration.ofMinutes(1), nanoTime);
        first.serves(this);
    }

    /** Who opened it, as the container knows them. */
    public Principal visitor() {
        return visitor;
    }

    /** Who is at the other end, once it has said hello. */
    public Optional<Peer> peer() {
        return Optional.ofNullable(peer);
    }

    synchronized void belongsTo(Peer peer) {
        this.peer = peer;
        first.greeted();
        first = null;
    }

    /** Takes a step of the conversation, in which nothing else happens to this line's peer. */
    public void converse(Runnable step) {
        conversation.lock();
        try {
            step.run();
        } finally {
            conversation.unlock();
        }
    }

    /**
     * Whether what comes from this socket is the peer's word: not if another has replaced it. One that has just broken is
     * still heard, since containers tell of the end of a socket before they hand over all that came before it, such as
     * that the peer leaves.
     */
    public synchronized boolean listensTo(Socket which) {
        return isServedBy(which) || isAway() && absence.isAfter(which);
    }

    private boolean isServedBy(Socket which) {
        return outgoing.socket() == which;
    }

    /** Whether the peer is without a socket, but may come back. */
    public synchronized boolean isAway() {
        return over == null && absence != null;
    }

    /** Whether it has ended for good. */
    public synchronized boolean ended() {
        return over != null;
    }

    /** Counts a frame that came in. */
    public void count() {
        received++;
    }

    /** How many frames were counted, over all sockets. */
    public long received() {
        return received;
    }

    /** Whether a report of its client is to count, however many sockets it has had: not if there have been too many. */
    public boolean mayReport() {
        return reports.take();
    }

    /** Notes how many frames the client has got; false if that is more than it was sent. */
    public boolean confirm(long received) {
        return outgoing.confirm(received);
    }

    /** Adds a frame to the queue; never blocks and sends nothing, so it may be called under a lock. */
    public void enqueue(Frame frame) {
        outgoing.enqueue(frame);
    }

    /** Sends what is queued, as far as the client takes it. Never blocks; not to be called under a room's lock. */
    public void flush() {
        outgoing.flush();
    }

    /** Enqueues and flushes. */
    public void send(Frame frame) {
        enqueue(frame);
        flush();
    }

    /**
     * Goes on with the socket of a line that has only just been opened, from the frame after those that the client has
     * got. The socket it had is closed. What is to be sent now waits for a flush.
     *
     * @param received how many frames the client has got
     * @param welcome goes first
     * @return whether the client misses nothing then; if not, nothing has changed
     */
    public boolean takeOver(Line fresh, long received, Frame welcome) {
        Socket now = fresh.first();
        Socket before;
        synchronized (this) {
            before = outgoing.socket();
            if (over != null || !outgoing.goOn(now, received, welcome)) {
                return false;
            }
            absence = null;
            now.serves(this);
            now.greeted();
        }
        fresh.end(Departure.lost);
        hangUp(before, Ending.REPLACED, null);
        if (now.ended()) {
            // It broke while it changed hands, and whoever noticed may have told the other line.
            lost(now);
        }
        return true;
    }

    private synchronized Socket first() {
        return first;
    }

    /** Ends it, since its peer starts anew on another one. Returns how the peer is gone; the listener is not told. */
    public Departure abandon() {
        Socket last = end(Departure.lost);
        hangUp(last, Ending.REPLACED, null);
        return over;
    }

    /** Whether its client has taken nothing for a while, though there was something to take. */
    boolean isStuck() {
        Socket current = outgoing.socket();
        return current != null && current.isStuck();
    }

    /** The most that was kept for its client since this was last asked. */
    Fill fullest() {
        return outgoing.fullest();
    }

    /** Ends the line without telling anybody, and returns how to take leave of its client; that may block. */
    Runnable drain(String lastWord) {
        Socket last = end(Departure.lost);
        return () -> {
            if (last != null && last.end(Ending.DRAINING.code())) {
                last.hangUp(Ending.DRAINING, lastWord);
            }
        };
    }

    /** Ends it for good, unless it has; returns the socket that it still had, or null. */
    private synchronized Socket end(Departure departure) {
        Socket last = outgoing.socket();
        outgoing.stop();
        if (over == null) {
            over = departure;
        }
        return last;
    }

    void close(Socket which, Ending why, String lastWord) {
        boolean closed = hangUp(which, why, lastWord);
        // Of a connection that broke there is nothing to tell: its client has just gone.
        if (closed && why != Ending.BROKEN) {
            listener.closing(this, why);
        }
        lost(which);
    }

    /** Notes that the container has closed a socket. */
    void closed(Socket which, int code) {
        if (which.end(code)) {
            Ending.fault(code).ifPresent(fault -> listener.closing(this, fault));
        } else {
            which.endedLike(code);
        }
        lost(which);
    }

    /**
     * Notes that a socket has ended. The peer stays for a while, unless it was closed for good, even if that becomes
     * known only after a send has failed.
     */
    void lost(Socket which) {
        Optional<Departure> departure = Ending.departure(which.closeCode());
        synchronized (this) {
            if (!listensTo(which)) {
                return;
            }
            if (peer != null && departure.isEmpty()) {
                if (isServedBy(which)) {
                    outgoing.pause();
                    absence = new Absence(which, nanoTime.getAsLong());
                }
                return;
            }
            end(departure.orElse(Departure.lost));
        }
        errands.execute(() -> listener.gone(this, over));
    }

    /** Ends what has kept it waiting for too long, and asks whether the client is still there. */
    void sweep() {
        due().ifPresent(errands::execute);
        Socket current = outgoing.socket();
        if (current != null) {
            current.overdue().ifPresent(current::close);
            if (current.asks()) {
                errands.execute(current::ping);
            }
        }
    }

    private synchronized Optional<Runnable> due() {
        long now = nanoTime.getAsLong();
        if (isAway() && absence.isOver(now)) {
            end(absence.departure());
            return Optional.of(() -> listener.gone(this, over));
        }
        return isAway() && absence.isToBeTold(now) ? Optional.of(() -> listener.away(this)) : Optional.empty();
    }

    private boolean hangUp(Socket which, Ending why, String lastWord) {
        boolean first = which != null && which.end(why.code());
        if (first && waits(which, why)) {
            errands.later(() -> which.hangUp(why, lastWord));
        } else if (first) {
            errands.execute(() -> which.hangUp(why, lastWord));
        }
        return first;
    }

    /**
     * Whether it is better to close with the sweep.
     *
     * <p>A socket may be young enough for the container to be still busy with its handshake. If Payara is told to close
     * then, it recycles the request twice, so that two others share it: one of them is answered 404, or never.
     *
     * <p>A send fails, too, while the container takes in that the client closes. If we close in between, Undertow neither
     * answers the client nor tells us how it did.
     */
    private static boolean waits(Socket which, Ending why) {
        // Once the server stops, there is no later.
        return why == Ending.BROKEN || why != Ending.DRAINING && which.isYoung();
    }
}
