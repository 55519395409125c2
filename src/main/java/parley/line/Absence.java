package parley.line;

/** A peer's time without a socket. Not thread-safe: {@link Line} guards it. */
final class Absence {

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
        return now - since > Line.GRACE.toNanos();
    }

    /** Whether it is time to tell the others: once. */
    boolean isToBeTold(long now) {
        boolean due = !told && now - since > Line.NOTICE.toNanos();
        told |= due;
        return due;
    }
}
