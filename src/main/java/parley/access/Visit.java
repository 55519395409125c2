package parley.access;

import java.util.concurrent.atomic.AtomicBoolean;

/** One connection of a visitor, counted while it lasts, and the messages that it may send. Thread-safe. */
public final class Visit {

    /** What one refused message takes of the rate: bad messages are rarely meant well. */
    private static final int REFUSED = 9;

    private final Admission admission;
    private final Visitor visitor;
    private final Rate messages;
    private final AtomicBoolean counted;

    Visit(Admission admission, Visitor visitor, Rate messages, boolean counted) {
        this.admission = admission;
        this.visitor = visitor;
        this.messages = messages;
        this.counted = new AtomicBoolean(counted);
    }

    /** Whether there is room for it; if not, it has to end. */
    public boolean admitted() {
        return counted.get();
    }

    /** Notes a message, or any other sign of life; false if there have been too many. */
    public boolean speaks() {
        return messages.take(1);
    }

    /** Notes that a message had to be refused: it counts as ten; false if there have been too many. */
    public boolean refused() {
        return messages.take(REFUSED);
    }

    /** It is over; said once or more often. */
    public void ends() {
        if (counted.compareAndSet(true, false)) {
            admission.exit(visitor);
        }
    }
}
