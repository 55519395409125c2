package parley.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatienceTest {

    // A clock near its end: System.nanoTime may overflow at any time.
    private long now = Long.MAX_VALUE - 1;
    private final Patience patience = new Patience(() -> now, Optional.of(Duration.ofSeconds(5)));

    @Test
    void five_seconds_to_say_hello() {
        pass(Duration.ofSeconds(5));
        assertThat(patience.lost()).isEmpty();

        now++;
        assertThat(patience.lost()).contains(Ending.LATE);
    }

    @Test
    void other_talk_is_no_hello() {
        pass(Duration.ofSeconds(5));
        patience.heard();
        now++;
        assertThat(patience.lost()).contains(Ending.LATE);
    }

    @Test
    void forty_five_seconds_of_silence() {
        patience.greeted();
        pass(Duration.ofSeconds(44));
        patience.heard();
        pass(Duration.ofSeconds(45));
        assertThat(patience.lost()).isEmpty();

        now++;
        assertThat(patience.lost()).contains(Ending.SILENT);
    }

    @Test
    void silence_outlasts_two_lost_pings() {
        assertThat(Patience.SILENCE).isGreaterThan(Lines.HEARTBEAT.multipliedBy(2));
    }

    @Test
    void ten_seconds_to_take_a_frame() {
        patience.greeted();
        pass(Duration.ofSeconds(1));
        patience.sending();
        pass(Duration.ofSeconds(10));
        assertThat(patience.lost()).isEmpty();

        now++;
        assertThat(patience.lost()).contains(Ending.READS_TOO_SLOWLY);
    }

    @Test
    void a_frame_that_was_taken_no_longer_counts() {
        patience.greeted();
        patience.sending();
        patience.sent();
        pass(Duration.ofSeconds(11));
        assertThat(patience.lost()).isEmpty();
    }

    @Test
    void who_need_not_say_hello_has_to_show_that_it_is_there() {
        Patience verbatim = new Patience(() -> now, Optional.empty());
        pass(Duration.ofSeconds(45));
        assertThat(verbatim.lost()).isEmpty();

        now++;
        assertThat(verbatim.lost()).contains(Ending.SILENT);
    }

    @Test
    void a_silence_of_twenty_five_seconds_is_asked_about_once() {
        pass(Duration.ofSeconds(25));
        assertThat(patience.asks()).isFalse();
        now++;
        assertThat(patience.asks()).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(patience.asks()).isFalse();

        patience.heard();
        pass(Duration.ofSeconds(25).plusNanos(1));
        assertThat(patience.asks()).isTrue();
    }

    @Test
    void a_client_that_pings_in_time_is_never_asked() {
        assertThat(Patience.QUIET).isGreaterThan(Lines.HEARTBEAT).isLessThan(Patience.SILENCE);
    }

    private void pass(Duration duration) {
        now += duration.toNanos();
    }
}
