package parley.line;

import parley.message.Frame;

/**
 * The frames for one client and the socket that they leave by: in order, one in flight, over one socket after the other.
 * Its monitor is held for a few instructions, never while anything is sent.
 */
final class Outgoing {

    private final Outbox outbox;
    private Socket socket;
    private boolean flushing;
    /** Whether frames were given up that the client has not got: nothing more is for it, then. */
    private boolean torn;

    Outgoing(Outbox outbox, Socket socket) {
        this.outbox = outbox;
        this.socket = socket;
    }

    /** The socket, or null while there is none. */
    synchronized Socket socket() {
        return socket;
    }

    synchronized void enqueue(Frame frame) {
        if (!torn && !outbox.offer(frame)) {
            tear();
        }
    }

    /** See {@link Outbox#fullest}. */
    synchronized Fill fullest() {
        return outbox.fullest();
    }

    /** See {@link Outbox#confirm}. */
    synchronized boolean confirm(long received) {
        return outbox.confirm(received);
    }

    /** Goes on with another socket, if the client misses nothing then; see {@link Outbox#rewind}. */
    synchronized boolean goOn(Socket next, long received, Frame first) {
        if (torn || !outbox.rewind(received, first)) {
            return false;
        }
        socket = next;
        return true;
    }

    /** Goes on without a socket. */
    synchronized void pause() {
        socket = null;
    }

    /** Ends for good. */
    synchronized void stop() {
        socket = null;
        tear();
    }

    private void tear() {
        torn = true;
        outbox.clear();
    }

    /** Sends what waits, as far as the client takes it; ends the socket of a client that does not read. */
    void flush() {
        for (Sending next = next(true); next != null; next = next(false)) {
            // No lock is held here: a container may call back on this very thread, before send returns.
            next.socket.send(next.text);
        }
        Socket unread = unread();
        if (unread != null) {
            unread.close(Ending.READS_TOO_SLOWLY);
        }
    }

    private synchronized Socket unread() {
        return torn ? socket : null;
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
