package parley.line;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import parley.message.Peer;

/**
 * One client's way out: text frames leave in the order they were enqueued, one asynchronous send in flight at a
 * time. A client that does not read costs at most an {@link Outbox}; then its line ends.
 *
 * <p>Of the containers, Tomcat refuses a second send while one is in flight, Tyrus and Undertow queue without bound,
 * and Tyrus knows no timeout for a send: hence a queue and a clock of our own.
 */
public final class Line {

    private static final Logger LOG = System.getLogger(Line.class.getName());

    private final Socket socket;
    private final Patience patience;
    private final Executor executor;
    private final Runnable onEnd;

    private final Outbox outbox = new Outbox();
    private boolean flushing;
    private boolean inFlight;
    private boolean overflown;
    private Ending ending;

    private volatile Peer peer;
    private volatile long received;

    Line(Socket socket, Patience patience, Executor executor, Runnable onEnd) {
        this.socket = socket;
        this.patience = patience;
        this.executor = executor;
        this.onEnd = onEnd;
    }

    /** Who is at the other end, once it has said hello. */
    public Optional<Peer> peer() {
        return Optional.ofNullable(peer);
    }

    void belongsTo(Peer peer) {
        this.peer = peer;
        patience.greeted();
    }

    /** Notes a sign of life. */
    public void heard() {
        patience.heard();
    }

    /** Counts a frame that came in. The container hands a session's messages to one thread at a time. */
    public void count() {
        received++;
    }

    /** How many frames were counted. */
    public long received() {
        return received;
    }

    /** Adds a frame to the queue; never blocks and sends nothing, so it may be called under a lock. */
    public synchronized void enqueue(String frame) {
        if (ending == null && !outbox.offer(frame)) {
            overflown = true;
        }
    }

    /** Sends what is queued, as far as the client takes it. Never blocks; not to be called under a lock. */
    public void flush() {
        for (String frame = next(true); frame != null; frame = next(false)) {
            // No lock is held here: a container may call back on this very thread, before send returns.
            socket.send(frame, this::sent);
        }
        if (overflown()) {
            close(Ending.READS_TOO_SLOWLY);
        }
    }

    /** Enqueues and flushes. */
    public void send(String frame) {
        enqueue(frame);
        flush();
    }

    /** Ends the line, once. Returns at once; the container may take its time to close the socket. */
    public void close(Ending why) {
        if (end(why)) {
            // On another thread: whoever is told takes locks, and writing the close frame to a client that does not
            // read can block for ever. Told first, for the same reason: not to wait for the container's own word.
            elsewhere(() -> {
                onEnd.run();
                hangUp(why);
            });
        }
    }

    /** Whether the line was ended, by either side. */
    public synchronized boolean ended() {
        return ending != null;
    }

    /** Marks the line as ended; false if it was. What is still queued is for nobody. */
    synchronized boolean end(Ending why) {
        if (ending != null) {
            return false;
        }
        ending = why;
        outbox.clear();
        return true;
    }

    /** Closes the socket of a line that has ended; may block, see {@link #close}. */
    void hangUp(Ending why) {
        socket.close(why);
    }

    /** Ends the line if its client has kept it waiting for too long, or asks whether it is still there. */
    void sweep() {
        if (ended()) {
            // Still among the lines: whoever had to be told could not be, since no thread was to be had.
            onEnd.run();
            return;
        }
        patience.lost().ifPresent(this::close);
        if (patience.asks()) {
            elsewhere(socket::ping);
        }
    }

    private void elsewhere(Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException | IllegalStateException e) {
            LOG.log(Level.WARNING, "No thread for a line; the next sweep tries again: {0}", e.getMessage());
        }
    }

    private synchronized boolean overflown() {
        return overflown;
    }

    /** The frame to send now, or null; frames are given to one thread at a time. */
    private synchronized String next(boolean first) {
        if (first && flushing) {
            return null;
        }
        String frame = inFlight ? null : outbox.poll();
        flushing = frame != null;
        if (flushing) {
            inFlight = true;
            patience.sending();
        }
        return frame;
    }

    private void sent(boolean taken) {
        synchronized (this) {
            inFlight = false;
            patience.sent();
        }
        if (taken) {
            flush();
        } else {
            close(Ending.BROKEN);
        }
    }
}
