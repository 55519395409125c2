package parley.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalingIT extends InServer {

    @Test
    void hello_and_join_go_in_one_flight() {
        Caller ada = connected();

        ada.tell("{'type':'hello','name':'Ada'}");
        ada.tell("{'type':'join','room':'flight'}");

        JsonObject welcome = ada.expect("welcome");
        assertThat(welcome.getJsonObject("peer").getString("id")).hasSize(22);
        assertThat(welcome.getJsonObject("peer").getString("name")).isEqualTo("Ada");
        assertThat(welcome.getJsonArray("iceServers")).isEmpty();
        assertThat(welcome.getInt("heartbeat")).isEqualTo(20);
        assertThat(welcome.getJsonObject("limits").toString())
                .isEqualTo("{\"candidates\":64,\"frame\":65536,\"name\":64,\"uplink\":4000000}");
        JsonObject joined = ada.expect("joined");
        assertThat(joined.getString("room")).isEqualTo("flight");
        assertThat(joined.getJsonArray("peers")).isEmpty();
        assertThat(joined.getInt("capacity")).isEqualTo(8);
    }

    @Test
    void those_inside_and_the_newcomer_learn_of_each_other() {
        Caller ada = joined("Ada", "meet");
        Caller bob = greeted("Bob");

        bob.tell("{'type':'join','room':'meet'}");

        assertThat(bob.expect("joined").getJsonArray("peers").toString())
                .isEqualTo(("[{'id':'" + ada.id() + "','name':'Ada',"
                                + "'state':{'audio':true,'hand':false,'screen':false,'video':true}}]")
                        .replace('\'', '"'));
        JsonObject came = ada.expect("peer-joined").getJsonObject("peer");
        assertThat(came.getString("id")).isEqualTo(bob.id());
        assertThat(came.getString("name")).isEqualTo("Bob");
        ada.expectNothing();
        bob.expectNothing();
    }

    @Test
    void who_leaves_is_gone_for_the_others() {
        Caller ada = joined("Ada", "leave");
        Caller bob = joined("Bob", "leave");
        ada.expect("peer-joined");

        bob.tell("{'type':'leave'}");

        bob.expect("left");
        assertThatIsGone(ada, bob, "left");
        bob.tell("{'type':'join','room':'leave'}");
        assertThat(bob.expect("joined").getJsonArray("peers")).hasSize(1);
    }

    @Test
    void a_page_that_is_closed_has_left() {
        for (int code : new int[] {1000, 1001}) {
            Caller ada = joined("Ada", "closed-" + code);
            Caller bob = joined("Bob", "closed-" + code);
            ada.expect("peer-joined");

            bob.close(code);

            assertThatIsGone(ada, bob, "left");
        }
    }

    @Test
    void who_closes_while_others_write_to_it_has_left() {
        for (int round = 0; round < 200; round++) {
            Caller ada = joined("Ada", "under-way-" + round);
            Caller bob = joined("Bob", "under-way-" + round);

            for (int i = 0; i < 10; i++) {
                bob.tell("{'type':'state','audio':true,'video':true,'screen':false,'hand':%s}", i % 2 == 0);
                if (i == 3) {
                    ada.close(1000);
                }
            }

            assertThatIsGone(bob, ada, "left");
            bob.close(1000);
        }
    }

    @Test
    void offer_answer_and_candidates_go_to_the_peer_they_are_for() {
        Caller ada = joined("Ada", "relay");
        Caller bob = joined("Bob", "relay");
        Caller eve = joined("Eve", "relay");
        ada.expect("peer-joined");
        ada.expect("peer-joined");
        bob.expect("peer-joined");
        String batch = "[{'candidate':'candidate:1 1 udp 2122 192.0.2.7 5 typ host','sdpMLineIndex':0,'sdpMid':'0',"
                + "'usernameFragment':'aBcD'},{'candidate':''}]";

        bob.tell("{'type':'offer','to':'%s','sdp':'v=0\\r\\no=- \\u00e9 林 👩‍💻'}", ada.id());
        JsonObject offer = ada.expect("offer");
        assertThat(offer.getString("from")).isEqualTo(bob.id());
        assertThat(offer.getString("sdp")).isEqualTo("v=0\r\no=- é 林 👩‍💻");

        ada.tell("{'type':'answer','to':'%s','sdp':'v=0 answer'}", bob.id());
        JsonObject answer = bob.expect("answer");
        assertThat(answer.getString("from")).isEqualTo(ada.id());
        assertThat(answer.getString("sdp")).isEqualTo("v=0 answer");

        ada.tell("{'type':'candidates','to':'%s','candidates':" + batch + "}", bob.id());
        JsonObject candidates = bob.expect("candidates");
        assertThat(candidates.getString("from")).isEqualTo(ada.id());
        assertThat(candidates.getJsonArray("candidates").toString()).isEqualTo(batch.replace('\'', '"'));

        eve.expectNothing();
        ada.expectNothing();
        bob.expectNothing();
    }

    @Test
    void nobody_speaks_for_another() {
        Caller ada = joined("Ada", "forged");
        Caller bob = joined("Bob", "forged");
        Caller eve = joined("Eve", "forged");
        ada.expect("peer-joined");
        ada.expect("peer-joined");
        bob.expect("peer-joined");

        eve.tell("{'type':'offer','from':'%s','to':'%s','sdp':'v=0'}", bob.id(), ada.id());
        eve.tell("{'type':'state','from':'%s','audio':false,'video':true,'screen':false,'hand':false}", bob.id());

        assertThat(ada.expect("offer").getString("from")).isEqualTo(eve.id());
        assertThat(ada.expect("state").getString("from")).isEqualTo(eve.id());
        assertThat(bob.expect("state").getString("from")).isEqualTo(eve.id());
    }

    @Test
    void a_state_is_told_to_those_inside_and_to_those_who_come_later() {
        Caller ada = joined("Ada", "state");
        Caller bob = joined("Bob", "state");
        ada.expect("peer-joined");

        bob.tellAndSettle("{'type':'state','audio':false,'video':false,'screen':true,'hand':true}");

        assertThat(ada.expect("state").toString())
                .isEqualTo("{\"type\":\"state\",\"audio\":false,\"from\":\"" + bob.id()
                        + "\",\"hand\":true,\"screen\":true,\"video\":false}");
        Caller eve = greeted("Eve");
        eve.tell("{'type':'join','room':'state'}");
        assertThat(eve.expect("joined").getJsonArray("peers").getJsonObject(1).getJsonObject("state"))
                .hasToString("{\"audio\":false,\"hand\":true,\"screen\":true,\"video\":false}");
    }

    @Test
    void a_look_shows_names_and_enters_nothing() {
        Caller ada = joined("Ada", "look");
        Caller bob = greeted("Bob");

        bob.tell("{'type':'look','room':'look'}");
        assertThat(bob.expect("room"))
                .hasToString("{\"type\":\"room\",\"capacity\":8,\"peers\":[{\"name\":\"Ada\"}],\"room\":\"look\"}");

        bob.tell("{'type':'look','room':'nowhere'}");
        assertThat(bob.expect("room").getJsonArray("peers")).isEmpty();
        ada.expectNothing();
        assertThat(server.remains()).isEqualTo("2 lines, 1 rooms, 0 relayed");
    }

    @Test
    void a_pong_tells_how_many_frames_arrived_hello_and_pings_aside() {
        Caller ada = joined("Ada", "count");

        ada.tell("{'type':'ping','received':1}");
        assertThat(ada.expect("pong").getInt("received")).isEqualTo(1);

        ada.tell("{'type':'look','room':'count'}");
        ada.say("nonsense");
        ada.tell("{'type':'ping','received':1}");
        ada.expect("room");
        ada.expectError("malformed", null);
        assertThat(ada.expect("pong").getInt("received")).isEqualTo(3);
    }

    @Test
    void the_ninth_finds_the_room_full_until_one_leaves() {
        List<Caller> eight = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            eight.add(joined("Peer " + i, "full"));
        }
        Caller ninth = greeted("Ninth");

        ninth.tell("{'type':'join','room':'full'}");
        ninth.expectError("room-full", "join");

        eight.get(3).tell("{'type':'leave'}");
        for (int i = 5; i <= 8; i++) {
            eight.get(3).expect("peer-joined");
        }
        eight.get(3).expect("left");
        ninth.tell("{'type':'join','room':'full'}");
        assertThat(ninth.expect("joined").getJsonArray("peers")).hasSize(7);
    }

    private static void assertThatIsGone(Caller witness, Caller gone, String reason) {
        JsonObject left = witness.expect("peer-left");
        assertThat(left.getString("id")).isEqualTo(gone.id());
        assertThat(left.getString("reason")).isEqualTo(reason);
        witness.expectNothing();
    }

    @Test
    void who_says_nothing_but_answers_pings_stays_and_who_does_not_is_gone() throws IOException {
        Caller ada = joined("Ada", "background");

        try (DeadSocket dead = new DeadSocket(server.relay("dead"), server.origin())) {
            assertThat(dead.closeCode()).isEqualTo(4408);
        }
        // Asked for the second time: by now more than the 45 s have passed that are allowed without an answer.
        await().atMost(Duration.ofSeconds(20)).until(() -> ada.pings() >= 2);

        ada.tell("{'type':'look','room':'background'}");
        assertThat(ada.expect("room").getJsonArray("peers")).hasSize(1);
    }
}
