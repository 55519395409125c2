package parley.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayIT extends InServer {

    private int inside;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"offer\",\"sdp\":\"v=0\\r\\n\"}",
                "{ \"iceCandidate\" : {\"b\":1,\"a\":2} ,\"type\":\"offer_ice\"}",
                "no JSON at all",
                "",
                " \t\r\n\u0000 林檎 👩‍💻 \uFEFF \u202E",
                "{\"sdp\":\"\\ud83d\"}"
            })
    void text_goes_unchanged_to_all_others_of_the_room(String text) {
        Socket ada = entered("tutorial");
        Socket bob = entered("tutorial");
        Socket eve = entered("tutorial");
        Socket stranger = entered("elsewhere");

        ada.say(text);

        assertThat(bob.next()).isEqualTo(text);
        assertThat(eve.next()).isEqualTo(text);
        assertThatTheNextFrameIsTheFirst(bob, ada);
        assertThatTheNextFrameIsTheFirst(entered("elsewhere"), stranger);
    }

    @Test
    void frames_keep_their_order() {
        Socket ada = entered("order");
        Socket bob = entered("order");

        for (int i = 0; i < 100; i++) {
            ada.say("" + i);
        }

        for (int i = 0; i < 100; i++) {
            assertThat(bob.next()).isEqualTo("" + i);
        }
    }

    @Test
    void the_ninth_is_told_to_try_again_later() {
        for (int i = 0; i < 8; i++) {
            entered("full");
        }

        Socket ninth = closedAfterwards(new Socket(server.relay("full"), server.origin(), null));

        assertThat(ninth.closeCode()).isEqualTo(1013);
    }

    @Test
    void a_name_that_no_room_may_have_is_not_worth_another_try() {
        Socket lost = closedAfterwards(new Socket(server.relay("x".repeat(65)), server.origin(), null));

        assertThat(lost.closeCode()).isEqualTo(1008);
    }

    @Test
    void a_place_that_was_left_is_free_again() {
        Socket first = entered("free");
        for (int i = 1; i < 8; i++) {
            entered("free");
        }

        first.close();
        waitForRelayed(--inside);

        entered("free");
        assertThat(server.remains()).isEqualTo("8 lines, 0 rooms, 8 relayed");
    }

    @Test
    void a_room_of_the_relay_is_none_of_parley() {
        Caller ada = joined("Ada", "apart");
        Socket tutorial = entered("apart");

        tutorial.say("hello?");
        ada.expectNothing();
        ada.tellAndSettle("{'type':'state','audio':true,'video':true,'screen':true,'hand':true}");
        assertThatTheNextFrameIsTheFirst(entered("apart"), tutorial);
    }

    @Test
    void binary_and_large_frames_are_not_relayed() {
        Socket ada = entered("kinds");
        Socket bob = entered("kinds");
        Socket eve = entered("kinds");

        bob.sayBinary((byte) 1);
        eve.say("x".repeat(65_537));

        assertThat(bob.closeCode()).isEqualTo(1003);
        assertThat(eve.closeCode()).isEqualTo(1009);
        inside = 1;
        waitForRelayed(inside);
        assertThatTheNextFrameIsTheFirst(entered("kinds"), ada);
    }

    private Socket entered(String room) {
        Socket socket = closedAfterwards(new Socket(server.relay(room), server.origin(), null));
        // The handshake may be over before the endpoint is open.
        waitForRelayed(++inside);
        return socket;
    }

    private void waitForRelayed(int count) {
        await().pollInterval(Duration.ofMillis(10)).until(server::remains, endsWith(" " + count + " relayed"));
    }

    private static void assertThatTheNextFrameIsTheFirst(Socket speaker, Socket listener) {
        speaker.say("the end");
        assertThat(listener.next()).isEqualTo("the end");
    }
}
