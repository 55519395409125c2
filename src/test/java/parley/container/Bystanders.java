package parley.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Two who go on talking, twenty times a second, whatever others do to the server. */
final class Bystanders {

    private static final long EVERY_MILLIS = 50;
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Caller ada;
    private final Caller bob;
    private final ScheduledFuture<?> talk;
    private int said;
    private long slowest;

    Bystanders(Caller ada, Caller bob) {
        this.ada = ada;
        this.bob = bob;
        talk = clock.scheduleAtFixedRate(this::talk, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void talk() {
        long before = System.nanoTime();
        ada.tell("{'type':'offer','to':'%s','sdp':'%d'}", bob.id(), ++said);
        assertThat(bob.expect("offer").getString("sdp")).isEqualTo("" + said);
        bob.tell("{'type':'answer','to':'%s','sdp':'%d'}", ada.id(), said);
        assertThat(ada.expect("answer").getString("sdp")).isEqualTo("" + said);
        slowest = Math.max(slowest, System.nanoTime() - before);
    }

    /** Ends the talk, in which nobody may have missed a word or waited long for an answer. */
    void end() throws InterruptedException {
        clock.shutdown();
        assertThat(clock.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        // Done before its time is failed.
        assertThatThrownBy(() -> talk.get(0, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
        System.out.printf("bystanders: %d there and back, %d ms at most%n", said, slowest / 1_000_000);
        assertThat(said).isPositive();
        assertThat(slowest).isLessThan(MOST_NANOS);
    }
}
