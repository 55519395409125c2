package parley.line;

import java.util.concurrent.atomic.AtomicLong;

/** How much all lines together may keep, in bytes: many slow clients are not to be more than the server's memory. */
final class Ceiling {

    private final long most;
    private final AtomicLong kept = new AtomicLong();

    Ceiling(long most) {
        this.most = most;
    }

    boolean hasRoomFor(int bytes) {
        return kept.get() + bytes <= most;
    }

    /** Notes that so many bytes more are kept, or, if negative, fewer. */
    void keep(int bytes) {
        kept.addAndGet(bytes);
    }

    long kept() {
        return kept.get();
    }
}
