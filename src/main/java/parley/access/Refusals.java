package parley.access;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Tells the log who was refused: one line for each address and minute, so that a flood of handshakes is not one of lines. */
final class Refusals {

    private static final Logger LOG = System.getLogger(Refusals.class.getName());
    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanoTime;
    private final Map<String, Long> told = new LinkedHashMap<>();

    Refusals(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void tell(Visitor visitor, String why) {
        if (isNew(visitor.address())) {
            LOG.log(Level.INFO, "Refused a connection from {0}: {1}", visitor.address(), why);
        }
    }

    private synchronized boolean isNew(String address) {
        long now = nanoTime.getAsLong();
        // The oldest come first, since none is ever renewed.
        Iterator<Long> oldest = told.values().iterator();
        while (oldest.hasNext() && now - oldest.next() >= PAUSE) {
            oldest.remove();
        }
        return told.putIfAbsent(address, now) == null;
    }
}
