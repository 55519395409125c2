package parley.line;

import java.util.ArrayDeque;
import java.util.Deque;
import parley.message.Frame;

/**
 * The frames that wait for a socket, and those that were sent and are kept until the client confirms them: if its socket
 * breaks, they are sent again on the next one. Bounded by count and by size. Not thread-safe: {@link Outgoing} guards it.
 */
final class Outbox {

    private final int maxFrames;
    private final int maxBytes;
    private final Ceiling ceiling;
    private final Deque<Frame> unconfirmed = new ArrayDeque<>();
    private final Deque<Frame> waiting = new ArrayDeque<>();
    private int bytes;
    private int mostFrames;
    private int mostBytes;
    /** How many counted frames are no longer kept, since they are confirmed or were given up. */
    private long forgotten;

    Outbox(int maxFrames, int maxBytes, Ceiling ceiling) {
        this.maxFrames = maxFrames;
        this.maxBytes = maxBytes;
        this.ceiling = ceiling;
    }

    /**
     * Adds a frame. What is only kept for a client that may come back makes room for it; false if that is not enough,
     * because the client does not read, or too many do not. A frame for which nobody waits is always taken.
     */
    boolean offer(Frame frame) {
        while (overflowsWith(frame) && !unconfirmed.isEmpty()) {
            forgetOldest();
        }
        if (overflowsWith(frame) && !waiting.isEmpty()) {
            return false;
        }
        keep(frame.bytes());
        waiting.add(frame);
        mostFrames = Math.max(mostFrames, frames());
        mostBytes = Math.max(mostBytes, bytes);
        return true;
    }

    /** The most that it held since this was last asked. */
    Fill fullest() {
        Fill fullest = new Fill(mostFrames, mostBytes);
        mostFrames = frames();
        mostBytes = bytes;
        return fullest;
    }

    /** Whether nothing waits to be sent. */
    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** The frame to send next. */
    Frame next() {
        Frame frame = waiting.remove();
        if (frame.counts()) {
            unconfirmed.add(frame);
        } else {
            keep(-frame.bytes());
        }
        return frame;
    }

    /** Notes how many counted frames the client has got; false if that is more than were sent. */
    boolean confirm(long received) {
        if (received > forgotten + unconfirmed.size()) {
            return false;
        }
        while (forgotten < received) {
            forgetOldest();
        }
        return true;
    }

    /**
     * Lets all that the client has not got wait again, in order, after {@code first}. False if that cannot be: some of
     * it is no longer kept, or the client claims more than it was sent.
     */
    boolean rewind(long received, Frame first) {
        if (received < forgotten || !confirm(received)) {
            return false;
        }
        // Answers to a ping of the socket that is no more.
        waiting.removeIf(frame -> !frame.counts());
        while (!unconfirmed.isEmpty()) {
            waiting.addFirst(unconfirmed.pollLast());
        }
        waiting.addFirst(first);
        keep(waiting.stream().mapToInt(Frame::bytes).sum() - bytes);
        return true;
    }

    void clear() {
        unconfirmed.clear();
        waiting.clear();
        keep(-bytes);
    }

    private boolean overflowsWith(Frame frame) {
        return frames() >= maxFrames || bytes + frame.bytes() > maxBytes || !ceiling.hasRoomFor(frame.bytes());
    }

    private int frames() {
        return unconfirmed.size() + waiting.size();
    }

    private void keep(int more) {
        bytes += more;
        ceiling.keep(more);
    }

    private void forgetOldest() {
        keep(-unconfirmed.remove().bytes());
        forgotten++;
    }
}
