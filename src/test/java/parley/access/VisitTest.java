package parley.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.ops.Settings;

class VisitTest {

    private final Clock clock = new Clock();

    @Test
    void who_says_nothing_but_nonsense_says_a_tenth_of_what_others_may() {
        Admission admission = new Admission(
                Settings.of(Map.of("parley.messages.burst", "500", "parley.messages.per-second", "50")), clock);
        Visit visit = admission.visit(new Visitor("192.0.2.1", null));

        // Just as fast as anybody may in the long run, after the burst is used up.
        while (visit.speaks()) {
            // until the burst is used up
        }
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            clock.pass(Duration.ofMillis(20));
            if (visit.speaks() && visit.refused()) {
                refused++;
            }
        }

        assertThat(refused).as("bad messages in twenty seconds").isLessThanOrEqualTo(100);
    }
}
