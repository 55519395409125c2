package parley.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalIT extends InServer {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "XYZZY                                                   | malformed    |",
                "[]                                                      | malformed    |",
                "{'type':'leave'} XYZZY                                  | malformed    |",
                "{'type':'leave','type':'leave'}                         | malformed    |",
                "{'type':['XYZZY']}                                      | malformed    |",
                "{'type':'XYZZY'}                                        | unknown-type |",
                "{'type':'join','room':7}                                | invalid      | join",
                "{'type':'join','room':'XYZZY\\u202e'}                   | invalid      | join",
                "{'type':'join'}                                         | invalid      | join",
                "{'type':'join','room':'elsewhere'}                      | already-joined | join",
                "{'type':'hello','name':'XYZZY'}                         | already-greeted | hello",
                "{'type':'offer','to':'XYZZY','sdp':'v=0'}               | no-such-peer | offer",
                "{'type':'offer','to':'XYZZY'}                           | invalid      | offer",
                "{'type':'answer','to':'XYZZY','sdp':{}}                 | invalid      | answer",
                "{'type':'candidates','to':'XYZZY','candidates':[null]}  | invalid      | candidates",
                "{'type':'candidates','to':'XYZZY','candidates':[{'candidate':'','sdpMLineIndex':1e999999999}]}"
                        + "                                              | invalid      | candidates",
                "{'type':'state','audio':'XYZZY'}                        | invalid      | state",
                "{'type':'ping','received':-1}                           | invalid      | ping"
            })
    void bad_input_is_answered_and_changes_nothing(String bad, String code, String re) {
        Caller ada = joined("Ada", "calm");
        Caller bob = joined("Bob", "calm");
        ada.expect("peer-joined");

        bob.tell(bad);

        assertThat(bob.expectError(code, re).getString("message")).doesNotContain("XYZZY");
        bob.tell("{'type':'look','room':'calm'}");
        assertThat(bob.expect("room").getJsonArray("peers")).hasToString("[{\"name\":\"Ada\"},{\"name\":\"Bob\"}]");
        bob.tellAndSettle("{'type':'offer','to':'%s','sdp':'v=0'}", ada.id());
        ada.expect("offer");
        assertThat(server.remains()).isEqualTo("2 lines, 1 rooms, 0 relayed");
    }

    @Test
    void nesting_100_000_deep_harms_nobody() {
        Caller ada = joined("Ada", "deep");

        ada.say("[".repeat(60_000));
        ada.expectError("malformed", null);
        ada.tell("{'type':'leave','x':" + "{'x':".repeat(10_000) + "1" + "}".repeat(10_001));
        ada.expectError("malformed", null);
        ada.say("[".repeat(100_000));
        assertThatIsCutOff(ada);
    }

    @Test
    void a_peer_of_another_room_is_no_peer() {
        Caller ada = joined("Ada", "here");
        Caller bob = joined("Bob", "there");

        bob.tell("{'type':'offer','to':'%s','sdp':'v=0'}", ada.id());
        bob.expectError("no-such-peer", "offer");
        bob.tell("{'type':'offer','to':'%s','sdp':'v=0'}", bob.id());
        bob.expectError("no-such-peer", "offer");
        ada.expectNothing();
    }

    @Test
    void nobody_relays_before_joining() {
        Caller ada = joined("Ada", "before");
        Caller bob = greeted("Bob");

        bob.tell("{'type':'offer','to':'%s','sdp':'v=0'}", ada.id());
        bob.expectError("not-joined", "offer");
        bob.tell("{'type':'state','audio':true,'video':true,'screen':true,'hand':true}");
        bob.expectError("not-joined", "state");
        bob.tell("{'type':'leave'}");
        bob.expectError("not-joined", "leave");
        ada.expectNothing();
    }

    @Test
    void hello_comes_first() {
        Caller ada = connected();

        ada.tell("{'type':'join','room':'early'}");
        ada.expectError("hello-first", "join");
        ada.tell("{'type':'hello'}");
        assertThat(ada.expect("welcome").getJsonObject("peer").getString("name"))
                .isEqualTo("Guest");
    }

    @Test
    void a_hello_that_cannot_be_accepted_is_the_end() {
        Caller ada = connected();

        ada.tell("{'type':'hello','name':7}");
        ada.expectError("invalid", "hello");
        assertThat(ada.closeCode()).isEqualTo(1008);
    }

    @Test
    void without_hello_the_line_ends_after_five_seconds() {
        Caller silent = connected();
        Caller chatty = connected();
        long before = System.nanoTime();
        chatty.tell("{'type':'look','room':'x'}");

        assertThat(silent.closeCode()).isEqualTo(4408);
        assertThat(silent.closeReason()).isEqualTo("no hello in time");
        assertThat(chatty.closeCode()).isEqualTo(4408);
        assertThat((System.nanoTime() - before) / 1e9).isBetween(4.0, 7.5);
    }

    @Test
    void other_subprotocols_are_refused() {
        Socket none = closedAfterwards(new Socket(server.signal(), server.origin(), null));
        Socket other = closedAfterwards(new Socket(server.signal(), server.origin(), "parley.v2"));

        assertThat(List.of(none, other)).allSatisfy(socket -> {
            assertThat(socket.closeCode()).isEqualTo(1008);
            assertThat(socket.closeReason()).isEqualTo("subprotocol parley.v1 expected");
        });
    }

    @Test
    void a_binary_frame_ends_the_line() {
        Caller ada = joined("Ada", "binary");
        Caller bob = joined("Bob", "binary");
        ada.expect("peer-joined");

        bob.sayBinary((byte) 1, (byte) 2);

        assertThat(bob.closeCode()).isEqualTo(1003);
        assertThat(ada.expect("peer-left").getString("id")).isEqualTo(bob.id());
    }

    @Test
    void a_frame_over_64_KiB_ends_the_line_and_one_within_does_not() {
        Caller ada = joined("Ada", "large");
        Caller bob = joined("Bob", "large");
        ada.expect("peer-joined");
        String offer = "{\"type\":\"offer\",\"to\":\"" + ada.id() + "\",\"sdp\":\"";
        String just = offer + "x".repeat(65_536 - offer.length() - 2) + "\"}";

        bob.say(just);
        assertThat(ada.expect("offer").getString("sdp")).hasSize(65_536 - offer.length() - 2);
        bob.sayInParts(List.of(offer, "x".repeat(30_000), "x".repeat(20_000), "\"}"));
        assertThat(ada.expect("offer").getString("sdp")).hasSize(50_000);

        bob.say(just + " ");
        assertThat(bob.closeCode()).isEqualTo(1009);
        assertThat(ada.expect("peer-left").getString("id")).isEqualTo(bob.id());
    }

    @Test
    void fragments_without_end_are_cut_off() {
        Caller ada = joined("Ada", "fragments");

        // Whether the last of them still finds the socket open is a matter of luck.
        catchThrowable(() -> ada.sayInParts(Collections.nCopies(200, "x".repeat(1_000))));

        assertThatIsCutOff(ada);
    }

    @Test
    void half_a_character_in_a_description_harms_nobody_else() {
        Caller ada = joined("Ada", "half");
        Caller bob = joined("Bob", "half");
        ada.expect("peer-joined");

        bob.tell("{'type':'offer','to':'%s','sdp':'v=0 \\ud83d'}", ada.id());
        bob.expectError("invalid", "offer");
        ada.expectNothing();
    }

    /** Open Liberty waits up to 30 s for the answer to its close, which is behind what it leaves unread. */
    @Override
    Duration patience() {
        return Distribution.tested() == Distribution.OPENLIBERTY ? Duration.ofSeconds(35) : super.patience();
    }

    /** Open Liberty leaves the rest unread, so that TCP breaks the connection off, and the code may be lost with it. */
    private static void assertThatIsCutOff(Caller caller) {
        Set<Integer> codes = Distribution.tested() == Distribution.OPENLIBERTY ? Set.of(1009, 1006) : Set.of(1009);
        assertThat(caller.closeCode()).isIn(codes);
    }
}
