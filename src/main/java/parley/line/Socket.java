package parley.line;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.security.Principal;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * One connection, as far as a {@link Line} needs it: a container's session with the containers' differences levelled,
 * one send in flight at a time, and what it is waiting for. A line may outlive it.
 *
 * <p>Of the containers, Tomcat refuses a second send while one is in flight, Tyrus and Undertow queue without bound,
 * and Tyrus knows no timeout for a send: hence a queue and a clock of our own.
 */
public final class Socket {

    private static final Logger LOG = System.getLogger(Socket.class.getName());

    private static final int OPEN = 0;

    /** How long a container may take for a frame or a handshake, mostly microseconds; and how often to look. */
    static final Duration MOMENT = Duration.ofMillis(100);

    private static final Duration LOOK = Duration.ofNanos(50_000);

    /** Enough to be told of a binary frame, which is not wanted; in bytes. */
    private static final int BINARY = 1024;

    private final Session session;
    private final Patience patience;
    private final Runnable onEnd;
    private final Fragments fragments;
    private final Semaphore free = new Semaphore(1);
    private final AtomicInteger closeCode = new AtomicInteger(OPEN);
    private volatile Line line;
    /** Who is just handing a frame to the container; one at a time. */
    private volatile Thread sender;
    /** Whether the container has told that it is closed. */
    private volatile boolean told;

    Socket(Session session, Patience patience, int frameLength, Runnable onEnd) {
        this.session = session;
        this.patience = patience;
        this.onEnd = onEnd;
        fragments = new Fragments(frameLength);
        // Tomcat would stop at 8192: less than an offer.
        session.setMaxTextMessageBufferSize(frameLength);
        session.setMaxBinaryMessageBufferSize(BINARY);
        // Tyrus restarts its idle timer on every frame, at a price; Patience keeps the time for all. To set it costs
        // the
        // same, even to the same value, and mostly it is off.
        if (session.getMaxIdleTimeout() != 0) {
            session.setMaxIdleTimeout(0);
        }
    }

    /** The line that it serves; another one, once it has said hello for a peer that was here before. */
    public Line line() {
        return line;
    }

    Principal visitor() {
        return session.getUserPrincipal();
    }

    /**
     * Notes a sign of life; one too many ends the socket.
     *
     * @param inTime whether it is not one too many
     * @return the same
     */
    public boolean heard(boolean inTime) {
        patience.heard();
        if (!inTime) {
            close(Ending.FLOODS);
        }
        return inTime;
    }

    /** The message that ends with this piece of one, or as much of it as is too long already. */
    public Optional<String> join(String piece, boolean last) {
        return fragments.join(piece, last);
    }

    /** Ends it from this side, for this reason; the line may go on with another socket. Returns at once. */
    public void close(Ending why) {
        close(why, null);
    }

    /** Ends it after a last word. */
    public void close(Ending why, String lastWord) {
        line.close(this, why, lastWord);
    }

    /** Notes that the container has closed it, with this code; nobody writes to it when this returns. */
    public void closed(CloseReason reason) {
        told = true;
        line.closed(this, codeOf(reason));
        awaitSender();
    }

    private static int codeOf(CloseReason reason) {
        int code = reason.getCloseCode().getCode();
        // Tyrus says 1000 of some connections that broke (TyrusHttpUpgradeHandler.onAllDataRead), and has no word for
        // it; and 1003 of one from which it could not read. A binary frame, also 1003, we find out ourselves.
        // Where there is no word, Tomcat gives null.
        String word = Objects.requireNonNullElse(reason.getReasonPhrase(), "");
        boolean ended = code == CloseCodes.NORMAL_CLOSURE.getCode() && word.isEmpty();
        boolean broken = ended || code == CloseCodes.CANNOT_ACCEPT.getCode();
        return broken ? CloseCodes.CLOSED_ABNORMALLY.getCode() : code;
    }

    void serves(Line line) {
        this.line = line;
    }

    void greeted() {
        patience.greeted();
    }

    /** Why it is at an end, if it is. */
    Optional<Ending> overdue() {
        return patience.lost();
    }

    /** Whether the client has taken nothing for a while, though there was something to take. */
    boolean isStuck() {
        return patience.isStuck();
    }

    /** Whether it has only just been opened. */
    boolean isYoung() {
        return patience.isYounger(MOMENT);
    }

    /** Whether it is time to ask for a sign of life. */
    boolean asks() {
        return patience.asks();
    }

    /** Notes how it ends; false if it has ended. */
    boolean end(int code) {
        boolean first = closeCode.compareAndSet(OPEN, code);
        if (first) {
            onEnd.run();
        }
        return first;
    }

    /** Notes how the container tells that it has ended, if all we knew was that it broke. */
    void endedLike(int code) {
        closeCode.compareAndSet(Ending.BROKEN.code(), code);
    }

    boolean ended() {
        return closeCode.get() != OPEN;
    }

    /** How it has ended. */
    int closeCode() {
        return closeCode.get();
    }

    /** Takes the right to the one send in flight; false if there is one. */
    boolean claim() {
        return free.tryAcquire();
    }

    /** Hands a frame to the container, after {@link #claim}; its line goes on once the client has taken it. */
    void send(String frame) {
        patience.sending();
        sender = Thread.currentThread();
        try {
            if (ended()) {
                sent(false, null);
            } else {
                session.getAsyncRemote().sendText(frame, result -> sent(result.isOK(), result.getException()));
            }
        } catch (RuntimeException e) {
            sent(false, e);
        } finally {
            sender = null;
        }
    }

    private void sent(boolean taken, Throwable cause) {
        patience.sent();
        free.release();
        if (taken) {
            line.flush();
        } else {
            LOG.log(Level.DEBUG, "A send failed", cause);
            close(Ending.BROKEN);
        }
    }

    /** Asks for a sign of life (RFC 6455, section 5.5.2); may block on some containers. */
    void ping() {
        if (ended()) {
            return;
        }
        try {
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "A ping could not be sent", e);
        }
    }

    /**
     * Closes with a code (RFC 6455, section 7.4); may block on some containers.
     *
     * @param lastWord is said before, unless it is null or the client takes it too slowly: two seconds at most
     */
    void hangUp(Ending why, String lastWord) {
        awaitSender();
        if (told) {
            return;
        }
        try {
            if (lastWord != null) {
                say(lastWord);
            }
            session.close(why.reason());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "The socket was gone before it could be closed", e);
        }
    }

    /**
     * Once it has ended: waits for the send that another thread is just doing, the last. Payara gives what a socket was
     * written to, even while it still is, to the next handshake, whose client then reads "200 OK".
     */
    private void awaitSender() {
        long end = System.nanoTime() + MOMENT.toNanos();
        for (Thread it = sender; it != null && it != Thread.currentThread(); it = sender) {
            if (System.nanoTime() > end) {
                return;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private void say(String lastWord) throws InterruptedException {
        try {
            if (!isStuck() && free.tryAcquire(1, TimeUnit.SECONDS)) {
                session.getAsyncRemote().sendText(lastWord).get(1, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(Level.DEBUG, "The last word was not taken", e);
        }
    }
}
