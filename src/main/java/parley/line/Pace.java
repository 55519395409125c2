package parley.line;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.LongSupplier;

/** So many at once, and as many in each period in the long run. Thread-safe. */
final class Pace {

    private final Bucket bucket;

    Pace(int most, Duration period, LongSupplier nanoTime) {
        bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, period))
                .withCustomTimePrecision(meter(nanoTime))
                .build();
    }

    /** Takes one more; false if it is too early for that. */
    boolean take() {
        return bucket.tryConsume(1);
    }

    private static TimeMeter meter(LongSupplier nanoTime) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanoTime.getAsLong();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }
}
