package parley.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private static final Visitor ADA = new Visitor("192.0.2.1", null);
    private static final Visitor BOB = new Visitor("192.0.2.2", null);

    private final Clock clock = new Clock();
    private final Refusals refusals = new Refusals(clock::currentTimeNanos);

    @Test
    void a_flood_is_one_line_for_each_address_and_minute() {
        List<String> log = Logged.by(Refusals.class, () -> {
            for (int i = 0; i < 59; i++) {
                refusals.tell(ADA, "for a reason");
                refusals.tell(BOB, "for another");
                clock.pass(Duration.ofSeconds(1));
            }
        });

        assertThat(log)
                .containsExactly(
                        "INFO Refused a connection from 192.0.2.1: for a reason",
                        "INFO Refused a connection from 192.0.2.2: for another");
        clock.pass(Duration.ofSeconds(1));
        assertThat(Logged.by(Refusals.class, () -> refusals.tell(ADA, "for a reason")))
                .hasSize(1);
        assertThat(Logged.by(Refusals.class, () -> refusals.tell(ADA, "for a reason")))
                .isEmpty();
    }
}
