package parley.line;

import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import parley.message.Peer;
import parley.message.ServerMessage.Departure;

/**
 * One peer's ordered way out, over one socket after the other: a peer whose socket breaks keeps its place for
 * {@link #GRACE}, and what it has missed meanwhile is sent on the next socket, once. A client that does not read costs at
 * most an {@link Outbox}.
 *
 * <p>Two locks: the monitor guards the queue and is held for a few instructions; the conversation puts what a peer says
 * and what becomes of it in a row, whatever socket or sweep it comes from. A conversation never waits for another.
 */
public final class Line {

    /** How long a peer may be without a socket. */
    public static final Duration GRACE = Duration.ofSeconds(30);

    /** How long it is without one before the others hear of it: most are back sooner. */
    static final Duration NOTICE = Duration.ofSeconds(2);

    /** What becomes of a line. Called on a thread of its own. */
    public interface Listener {
        /** Its peer has been without a socket for a moment. */
        default void away(Line line) {}

        /** It has ended. */
        void gone(Line line, Departure departure);
    }

    private final Executor errands;
    private final LongSupplier nanoTime;
    private final Listener listener;
    private final Principal visitor;
    private final ReentrantLock conversation = new ReentrantLock();

    private final Outbox outbox;
    private Socket socket;
    private boolean flushing;
    /** Whether frames were given up that the client has not got. */
    private boolean torn;

    private Departure over;
    private long awaySince;
    private boolean noticed;

    private volatile Peer peer;
    private volatile long received;

    Line(Socket socket, Outbox outbox, Executor errands, LongSupplier nanoTime, Listener listener) {
        this.socket = socket;
        this.outbox = outbox;
        this.errands = errands;
        this.nanoTime = nanoTime;
        this.listener = listener;
        this.visitor = socket.visitor();
        socket.serves(this);
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
        if (socket != null) {
            socket.greeted();
        }
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

    /** Whether this is the socket that speaks for the peer: not one that has been replaced, nor one that has ended. */
    public synchronized boolean isServedBy(Socket which) {
        return socket == which && over == null;
    }

    /** Whether the peer is without a socket, but may come back. */
    public synchronized boolean isAway() {
        return socket == null && over == null;
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

    /** Notes how many frames the client has got; false if that is more than it was sent. */
    public synchronized boolean confirm(long received) {
        return outbox.confirm(received);
    }

    /** Adds a frame to the queue; never blocks and sends nothing, so it may be called under a lock. */
    public synchronized void enqueue(Frame frame) {
        if (over == null && !torn && !outbox.offer(frame)) {
            torn = true;
            outbox.clear();
        }
    }

    /** Sends what is queued, as far as the client takes it. Never blocks; not to be called under a room's lock. */
    public void flush() {
        for (Sending next = next(true); next != null; next = next(false)) {
            // No lock is held here: a container may call back on this very thread, before send returns.
            next.socket.send(next.text);
        }
        Socket slow = unread();
        if (slow != null) {
            slow.close(Ending.READS_TOO_SLOWLY);
        }
    }

    /** Enqueues and flushes. */
    public void send(Frame frame) {
        enqueue(frame);
        flush();
    }

    /**
     * Goes on with the socket of a line that has only just been opened, from the frame after those that the client has
     * got. The socket it had is closed.
     *
     * @param received how many frames the client has got
     * @param welcome goes first
     * @return whether the client misses nothing then; if not, nothing has changed
     */
    public boolean takeOver(Line fresh, long received, Frame welcome) {
        Socket before;
        Socket now;
        synchronized (this) {
            if (over != null || torn || !outbox.rewind(received, welcome)) {
                return false;
            }
            before = socket;
            now = fresh.release();
            socket = now;
            noticed = false;
            now.serves(this);
            now.greeted();
        }
        if (before != null) {
            hangUp(before, Ending.REPLACED, null);
        }
        if (now.ended()) {
            // It broke while it changed hands, and whoever noticed may have told the other line.
            lost(now);
        }
        flush();
        return true;
    }

    /** Ends it, since its peer starts anew on another one. Returns how the peer is gone; the listener is not told. */
    public Departure abandon() {
        Socket last;
        synchronized (this) {
            last = current();
            if (over == null) {
                end(Departure.lost);
            }
        }
        if (last != null) {
            hangUp(last, Ending.REPLACED, null);
        }
        return over;
    }

    /** Gives up its socket, for another line to go on with. */
    private synchronized Socket release() {
        Socket released = socket;
        socket = null;
        end(Departure.lost);
        return released;
    }

    void close(Socket which, Ending why, String lastWord) {
        hangUp(which, why, lastWord);
        lost(which);
    }

    /** Ends the line without telling anybody, and returns how to take leave of its client; that may block. */
    synchronized Runnable drain(String lastWord) {
        Socket last = current();
        end(Departure.lost);
        return () -> {
            if (last != null && last.end(Ending.DRAINING.code())) {
                last.hangUp(Ending.DRAINING, lastWord);
            }
        };
    }

    /** Notes that a socket has ended. The peer stays for a while, unless it was closed for good. */
    void lost(Socket which) {
        Optional<Departure> departure = Ending.departure(which.closeCode());
        synchronized (this) {
            if (!isServedBy(which)) {
                return;
            }
            if (peer != null && departure.isEmpty()) {
                socket = null;
                awaySince = nanoTime.getAsLong();
                return;
            }
            end(departure.orElse(Departure.lost));
        }
        errands.execute(() -> listener.gone(this, over));
    }

    /** Ends what has kept it waiting for too long, and asks whether the client is still there. */
    void sweep() {
        due().ifPresent(errands::execute);
        Socket current = current();
        if (current != null) {
            current.overdue().ifPresent(current::close);
            if (current.asks()) {
                errands.execute(current::ping);
            }
        }
    }

    private synchronized Optional<Runnable> due() {
        if (!isAway()) {
            return Optional.empty();
        }
        long away = nanoTime.getAsLong() - awaySince;
        if (away > GRACE.toNanos()) {
            end(Departure.lost);
            return Optional.of(() -> listener.gone(this, over));
        }
        if (away > NOTICE.toNanos() && !noticed) {
            noticed = true;
            return Optional.of(() -> listener.away(this));
        }
        return Optional.empty();
    }

    private void end(Departure departure) {
        over = departure;
        outbox.clear();
    }

    private synchronized Socket current() {
        return over == null ? socket : null;
    }

    private void hangUp(Socket which, Ending why, String lastWord) {
        if (which.end(why.code())) {
            errands.execute(() -> which.hangUp(why, lastWord));
        }
    }

    private synchronized Socket unread() {
        return torn && over == null ? socket : null;
    }

    private record Sending(Socket socket, String text) {}

    /** The frame to send now and on which socket, or null; frames are given to one thread at a time. */
    private synchronized Sending next(boolean first) {
        if (first && flushing) {
            return null;
        }
        flushing = socket != null && !outbox.isEmpty() && socket.claim();
        return flushing ? new Sending(socket, outbox.next().text()) : null;
    }
}
