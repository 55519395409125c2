package parley.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.ops.Settings;

class AdmissionTest {

    private static final Visitor ADA = new Visitor("192.0.2.1", null);
    private static final Visitor BOB = new Visitor("192.0.2.2", null);

    private final Clock clock = new Clock();

    private final Admission admission = with(Map.of("parley.connections.per-second", "2"));

    @Test
    void an_address_makes_ten_seconds_of_handshakes_at_once_and_then_waits_for_each() {
        for (int i = 0; i < 20; i++) {
            assertThat(admission.handshake(ADA)).isEmpty();
        }

        assertThat(admission.handshake(ADA)).contains(Duration.ofMillis(500));
        clock.pass(Duration.ofMillis(400));
        assertThat(admission.handshake(ADA)).contains(Duration.ofMillis(100));
        clock.pass(Duration.ofMillis(100));
        assertThat(admission.handshake(ADA)).isEmpty();
        assertThat(admission.handshake(ADA)).isPresent();
    }

    @Test
    void another_address_does_not_wait_for_it() {
        while (admission.handshake(ADA).isEmpty()) {
            // until the burst is used up
        }

        assertThat(admission.handshake(BOB)).isEmpty();
    }

    @Test
    void a_wrong_secret_costs_a_quarter_of_the_burst_and_never_more_than_there_is() {
        admission.guessed(ADA);
        assertThat(handshakesOf(ADA)).isEqualTo(15);

        admission.guessed(ADA);
        assertThat(admission.handshake(ADA)).contains(Duration.ofMillis(500));
        clock.pass(Duration.ofMillis(500));
        assertThat(handshakesOf(ADA)).isEqualTo(1);
        assertThat(handshakesOf(BOB)).isEqualTo(20);
    }

    @Test
    void an_address_is_remembered_only_as_long_as_it_matters() {
        admission.handshake(ADA);
        admission.handshake(ADA);
        admission.handshake(BOB);
        admission.enter(BOB);

        clock.pass(Duration.ofMillis(500));
        admission.sweep();
        assertThat(admission.remembered()).as("Ada's rate, Bob's connection").isEqualTo(2);

        admission.exit(BOB);
        clock.pass(Duration.ofMillis(500));
        admission.sweep();
        assertThat(admission.remembered()).isZero();
        assertThat(handshakesOf(ADA)).isEqualTo(20);
    }

    @Test
    void whoever_comes_a_minute_later_clears_away_those_before() {
        admission.handshake(ADA);
        admission.handshake(BOB);
        clock.pass(Duration.ofSeconds(60));
        admission.handshake(BOB);
        assertThat(admission.remembered()).isEqualTo(2);

        clock.pass(Duration.ofSeconds(1));
        admission.handshake(BOB);
        assertThat(admission.remembered()).isEqualTo(1);
    }

    @Test
    void a_user_is_in_so_many_rooms_and_a_guest_in_any() {
        Admission two = with(Map.of("parley.rooms.per-user", "2"));
        Visitor home = new Visitor("192.0.2.1", "ada");
        Visitor office = new Visitor("192.0.2.2", "ada");

        assertThat(two.enterRoom(home)).isTrue();
        assertThat(two.enterRoom(office)).isTrue();
        assertThat(two.enterRoom(office)).isFalse();
        assertThat(two.enterRoom(new Visitor("192.0.2.1", "bob"))).isTrue();
        two.exitRoom(home);
        assertThat(two.enterRoom(office)).isTrue();
        for (int i = 0; i < 20; i++) {
            assertThat(two.enterRoom(ADA)).isTrue();
            two.exitRoom(BOB);
        }
        assertThat(two.remembered()).as("the two users").isEqualTo(2);
    }

    @Test
    void a_connection_sends_a_burst_of_messages_and_then_so_many_a_second() {
        Rate messages = with(Map.of("parley.messages.burst", "30", "parley.messages.per-second", "10"))
                .messages();

        assertThat(messages.take(10)).isTrue();
        assertThat(messages.take(10)).isTrue();
        assertThat(messages.take(1)).isTrue();
        assertThat(messages.take(10)).isFalse();
        clock.pass(Duration.ofMillis(100));
        assertThat(messages.take(10)).isTrue();
        assertThat(messages.take(1)).isFalse();
        clock.pass(Duration.ofHours(1));
        assertThat(messages.take(31)).isFalse();
        assertThat(messages.take(30)).isTrue();
    }

    @Test
    void each_connection_has_a_rate_of_its_own() {
        Rate ada = admission.messages();
        Rate bob = admission.messages();

        assertThat(ada.take(500)).isTrue();
        assertThat(ada.take(1)).isFalse();
        assertThat(bob.take(1)).isTrue();
    }

    private int handshakesOf(Visitor visitor) {
        int handshakes = 0;
        while (admission.handshake(visitor).isEmpty()) {
            handshakes++;
        }
        return handshakes;
    }

    private Admission with(Map<String, String> settings) {
        return new Admission(Settings.of(settings), clock);
    }
}
