package parley.line;

import java.util.ArrayDeque;
import java.util.Queue;

/** The frames that wait for a socket, bounded by count and by size. Not thread-safe: {@link Line} guards it. */
final class Outbox {

    /** The most frames that wait. */
    static final int MAX_FRAMES = 512;

    /** The most that they hold together, in UTF-16 units. */
    static final int MAX_CHARS = 1024 * 1024;

    private final Queue<String> frames = new ArrayDeque<>();
    private int chars;

    /** Adds a frame unless that would exceed a bound. */
    boolean offer(String frame) {
        if (frames.size() >= MAX_FRAMES || chars + frame.length() > MAX_CHARS) {
            return false;
        }
        chars += frame.length();
        return frames.add(frame);
    }

    /** The oldest frame, or null. */
    String poll() {
        String frame = frames.poll();
        if (frame != null) {
            chars -= frame.length();
        }
        return frame;
    }

    void clear() {
        frames.clear();
        chars = 0;
    }
}
