package parley.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeIT extends InServer {

    /** A close that is none of those by which a page leaves; unlike a broken connection, Payara tells it always. */
    private static final int BROKEN = 4000;

    private static final String HAND_UP = "{'type':'state','audio':true,'video':true,'screen':false,'hand':true}";

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void a_guess_makes_a_new_peer_and_disturbs_nobody(String what, BiFunction<Caller, Caller, String[]> guess) {
        Caller ada = joined("Ada", "guess");
        Caller bob = joined("Bob", "guess");
        ada.expect("peer-joined");
        Caller stranger = connected();
        stranger.tell("{'type':'hello','name':'Me'}");
        JsonObject fresh = stranger.expect("welcome");

        String[] peerAndSecret = guess.apply(ada, bob);
        Caller eve = connected();
        JsonObject welcome = eve.resume(peerAndSecret[0], peerAndSecret[1], 1);

        assertThat(shape(welcome)).isEqualTo(shape(fresh));
        String id = welcome.getJsonObject("peer").getString("id");
        assertThat(id).hasSameSizeAs(ada.id()).isNotIn(ada.id(), bob.id());
        assertThat(welcome.getString("secret")).isNotIn(ada.secret(), bob.secret(), fresh.getString("secret"));
        eve.tell(HAND_UP);
        eve.expectError("not-joined", "state");
        ada.expectNothing();
        bob.expectNothing();
        bob.tell("{'type':'offer','to':'%s','sdp':'v=0'}", ada.id());
        ada.expect("offer");
    }

    static Stream<Arguments> a_guess_makes_a_new_peer_and_disturbs_nobody() {
        return Stream.of(
                guess("no secret at all", (ada, bob) -> new String[] {ada.id(), "x"}),
                guess("a secret of the right length", (ada, bob) ->
                        new String[] {ada.id(), "A".repeat(ada.secret().length())}),
                guess("the beginning of the secret", (ada, bob) -> new String[] {
                    ada.id(), ada.secret().substring(0, ada.secret().length() - 1)
                }),
                guess("the secret and more", (ada, bob) -> new String[] {ada.id(), ada.secret() + "A"}),
                guess("the id for a secret", (ada, bob) -> new String[] {ada.id(), ada.id()}),
                guess("a secret of one's own for another's id", (ada, bob) -> new String[] {ada.id(), bob.secret()}),
                guess("a secret for an id made up", (ada, bob) -> new String[] {"A".repeat(22), ada.secret()}),
                guess("a made-up id and a made-up secret", (ada, bob) ->
                        new String[] {"A".repeat(22), "A".repeat(43)}));
    }

    private static Arguments guess(String what, BiFunction<Caller, Caller, String[]> guess) {
        return arguments(what, guess);
    }

    /** Everything but the three values that are another peer's each time. */
    private static String shape(JsonObject welcome) {
        return welcome.toString()
                .replace(welcome.getJsonObject("peer").getString("id"), "an id")
                .replace(welcome.getString("secret"), "a secret");
    }

    @RepeatedTest(10)
    void what_is_still_on_its_way_on_a_socket_that_is_replaced_is_not_carried_out() throws Exception {
        Caller bob = joined("Bob", "newest");
        try (RawSocket old = new RawSocket(server)) {
            old.say("{\"type\":\"hello\"}");
            String welcome = Frames.textOf(old.next());
            String id = welcome.replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1");
            String secret = welcome.replaceFirst(".*\"secret\":\"([^\"]+)\".*", "$1");
            old.say("{\"type\":\"join\",\"room\":\"newest\"}");
            old.next();
            bob.expect("peer-joined");
            Caller fresh = connected();

            Future<?> stillSaid = Executors.newSingleThreadExecutor().submit(() -> {
                for (int i = 0; i < 400; i++) {
                    old.say(HAND_UP.replace('\'', '"'));
                }
                return null;
            });
            bob.expect("state");
            JsonObject resumed = fresh.resume(id, secret, 1);

            assertThat(resumed.getBoolean("resumed")).isTrue();
            assertThat(old.end()).isIn(4409, 1006);
            catchThrowable(stillSaid::get);
            fresh.expectNothing();
            int carriedOut = resumed.getInt("received") - 1;
            for (int i = 1; i < carriedOut; i++) {
                bob.expect("state");
            }
            bob.expectNothing();
        }
    }

    @Test
    void an_absence_is_told_after_two_seconds_and_to_those_who_come_meanwhile() {
        Caller ada = joined("Ada", "away");
        Caller bob = joined("Bob", "away");
        ada.expect("peer-joined");

        long before = System.nanoTime();
        ada.close(BROKEN);
        assertThat(bob.expect("peer-away").getString("id")).isEqualTo(ada.id());
        assertThat((System.nanoTime() - before) / 1e9).isBetween(1.9, 4.5);
        Caller eve = joined("Eve", "away");
        assertThat(eve.expect("peer-away").getString("id")).isEqualTo(ada.id());
        assertThat(bob.expect("peer-joined").getJsonObject("peer").getString("id"))
                .isEqualTo(eve.id());
        Caller again = connected();
        assertThat(again.resume(ada.id(), ada.secret(), 2).getBoolean("resumed"))
                .isTrue();

        assertThat(List.of(bob, eve)).allSatisfy(witness -> {
            assertThat(witness.expect("peer-back").getString("id")).isEqualTo(ada.id());
            witness.expectNothing();
        });
        assertThat(again.expect("peer-joined").getJsonObject("peer").getString("id"))
                .isEqualTo(eve.id());
        again.expectNothing();
    }

    @Test
    void who_is_not_back_within_30_seconds_is_lost_and_comes_back_to_no_room() {
        Caller ada = joined("Ada", "grace");
        Caller bob = joined("Bob", "grace");
        ada.expect("peer-joined");

        long before = System.nanoTime();
        ada.close(BROKEN);
        bob.expect("peer-away");
        JsonObject left = bob.expectWithin(35, "peer-left");

        assertThat((System.nanoTime() - before) / 1e9).isBetween(29.9, 33.0);
        assertThat(left.getString("id")).isEqualTo(ada.id());
        assertThat(left.getString("reason")).isEqualTo("lost");
        assertThatIsBackInNoRoom(ada, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001})
    void who_closes_with_a_code_has_left(int code) throws IOException {
        closesAndHasLeft(Frames.close(code, "bye"));
    }

    @Test
    @EnabledIfSystemProperty(
            named = "tested.server",
            matches = "payara-.*",
            disabledReason = "others call it 1000, which stands for connections that broke on Payara")
    void who_closes_without_a_code_has_left() throws IOException {
        closesAndHasLeft(Frames.masked(Frames.FIN | Frames.CLOSE, new byte[0]));
    }

    private void closesAndHasLeft(byte[] close) throws IOException {
        Caller bob = joined("Bob", "left");
        try (RawSocket ada = new RawSocket(server)) {
            ada.say("{\"type\":\"hello\"}");
            ada.next();
            ada.say("{\"type\":\"join\",\"room\":\"left\"}");
            ada.next();
            bob.expect("peer-joined");

            ada.write(close);

            assertThat(bob.expect("peer-left").getString("reason")).isEqualTo("left");
        }
    }

    @Test
    void over_and_over_again_nothing_is_missed() {
        Caller ada = joined("Ada", "over");
        Caller bob = joined("Bob", "over");
        ada.expect("peer-joined");
        Caller before = ada;
        for (int i = 0; i < 50; i++) {
            if (i % 2 == 0) {
                before.close(BROKEN);
            }
            bob.tell("{'type':'offer','to':'%s','sdp':'%d'}", ada.id(), i);
            Caller now = connected();

            JsonObject welcome = now.resume(ada.id(), ada.secret(), 2 + i);

            assertThat(welcome.getBoolean("resumed")).isTrue();
            assertThat(welcome.getInt("received")).isEqualTo(1 + i);
            assertThat(now.expect("offer").getString("sdp")).isEqualTo("" + i);
            now.tell(HAND_UP);
            bob.expect("state");
            now.expectNothing();
            bob.expectNothing();
            before = now;
        }
    }

    @RepeatedTest(20)
    void of_two_that_resume_at_once_one_stays() {
        Caller ada = joined("Ada", "race");
        ada.close(BROKEN);
        Caller left = connected();
        Caller right = connected();
        String hello =
                "{'type':'hello','resume':{'peer':'%s','secret':'%s','received':1}}".formatted(ada.id(), ada.secret());

        left.tell(hello);
        right.tell(hello);

        List<Caller> both = List.of(left, right);
        assertThat(both)
                .allSatisfy(caller -> assertThat(caller.expect("welcome").getBoolean("resumed"))
                        .isTrue());
        Caller replaced = left.isClosedBefore(right) ? left : right;
        assertThat(replaced.closeCode()).isEqualTo(4409);
        (replaced == left ? right : left).expectNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "999999999999999999", "null"})
    void who_claims_what_cannot_be_starts_anew(String received) {
        Caller ada = joined("Ada", "claims");
        Caller bob = joined("Bob", "claims");
        ada.expect("peer-joined");

        JsonObject welcome = connected().resume(ada.id(), ada.secret(), received);

        assertThat(welcome.getBoolean("resumed")).isFalse();
        assertThat(welcome.getInt("received")).isZero();
        assertThat(welcome.getJsonObject("peer").getString("id")).isEqualTo(ada.id());
        assertThat(ada.closeCode()).isEqualTo(4409);
        assertThat(bob.expect("peer-left").getString("reason")).isEqualTo("lost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "'2'", "1000000000000000000", "1e18", "[]"})
    void what_is_no_count_is_refused_and_disturbs_nobody(String received) {
        Caller ada = joined("Ada", "count");
        Caller eve = connected();

        eve.tell(
                "{'type':'hello','resume':{'peer':'%s','secret':'%s','received':%s}}",
                ada.id(), ada.secret(), received);

        eve.expectError("invalid", "hello");
        assertThat(eve.closeCode()).isEqualTo(1008);
        ada.expectNothing();
    }

    @Test
    void who_has_missed_too_much_comes_back_to_no_room() {
        Caller ada = joined("Ada", "much");
        Caller bob = joined("Bob", "much");
        Caller eve = joined("Eve", "much");
        bob.expect("peer-joined");
        ada.close(BROKEN);

        for (int i = 0; i < 300; i++) {
            bob.tell("{'type':'offer','to':'%s','sdp':'v=0'}", ada.id());
            eve.tell("{'type':'offer','to':'%s','sdp':'v=0'}", ada.id());
        }
        bob.tell("{'type':'look','room':'much'}");
        eve.tell("{'type':'look','room':'much'}");
        bob.expect("room");
        eve.expect("room");

        assertThatIsBackInNoRoom(ada, 1);
        bob.expect("peer-left");
    }

    private void assertThatIsBackInNoRoom(Caller ada, int received) {
        Caller again = connected();
        JsonObject welcome = again.resume(ada.id(), ada.secret(), received);
        assertThat(welcome.getBoolean("resumed")).isFalse();
        assertThat(welcome.getInt("received")).isZero();
        assertThat(welcome.getJsonObject("peer").getString("id")).isEqualTo(ada.id());
        again.tell("{'type':'leave'}");
        again.expectError("not-joined", "leave");
        again.tell("{'type':'ping','received':1}");
        assertThat(again.expect("pong").getInt("received")).isEqualTo(1);
    }
}
