package parley.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;

/** So many tokens a second in the long run, and so many at once after a pause. Thread-safe. */
final class Rate {

    private final long burst;
    private final Bucket bucket;

    Rate(long perSecond, long burst, TimeMeter clock) {
        this.burst = burst;
        this.bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .withCustomTimePrecision(clock)
                .build();
    }

    /** Takes these tokens, or none of them if there are fewer. */
    boolean take(int tokens) {
        return bucket.tryConsume(tokens);
    }

    /** Takes one token, or tells how long it will be until there is one. */
    Optional<Duration> takeOrWait() {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Takes a quarter of the burst, or what there is. */
    void fine() {
        bucket.tryConsumeAsMuchAsPossible(Math.max(1, burst / 4));
    }

    /** Whether it is as if nobody had ever taken anything. */
    boolean isFull() {
        return bucket.getAvailableTokens() >= burst;
    }
}
