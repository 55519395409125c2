package parley.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import parley.access.Admission;
import parley.access.Visitor;
import parley.line.FakeSocket;
import parley.line.FreshLines;
import parley.message.HostileText;
import parley.message.Ordeal;
import parley.ops.Settings;

/** Eve says it to all of the server but the container, in the room where Ada sits; now and then as her first word. */
class HostileInputTest {

    private static final int INPUTS = 400_000;

    /** Held here, or its level is forgotten. */
    private static final Logger LOG = Logger.getLogger("parley");

    private static final FreshLines FRESH = new FreshLines();
    private static final Switchboard SWITCHBOARD = FreshSwitchboard.on(FRESH.lines());
    private static final Client ADA;
    private static final Ordeal ORDEAL;
    private static Client eve;
    private static int inputs;

    static {
        LOG.setLevel(Level.OFF);
        SWITCHBOARD.admission = new Admission(
                Settings.of(Map.of("parley.messages.per-second", "100000", "parley.messages.burst", "1000000")));
        ADA = Client.inTheRoom();
        eve = Client.inTheRoom();
        ORDEAL = new Ordeal(HostileInputTest::say);
    }

    @Property(tries = INPUTS, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void hostile_text_is_carried_out_or_refused_and_changes_nothing_then(@ForAll("hostile") String text) {
        ORDEAL.undergo(text);
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.randomValue((Random random) -> HostileText.next(random));
    }

    @AfterContainer
    static void all_kinds_were_met_and_nothing_is_kept() {
        ORDEAL.end(
                INPUTS,
                "done",
                "malformed",
                "invalid",
                "unknown-type",
                "too-large",
                "hello-first",
                "already-greeted",
                "already-joined",
                "no-such-peer");
        assertThat(FRESH.lines().count()).isEqualTo(2);
        assertThat(SWITCHBOARD.admission.count()).isEqualTo(2);
    }

    private static String say(String text) {
        ADA.socket.frames().clear();
        return inputs++ % 10 == 0 ? sayFirst(text) : sayInTheRoom(text.replace("p1", ADA.id));
    }

    private static String sayFirst(String text) {
        String before = state();
        Client stranger = new Client();
        stranger.endpoint.text(text, true);
        String outcome = stranger.outcome();
        stranger.end();
        assertThat(state()).isEqualTo(before);
        assertThat(ADA.socket.frames()).isEmpty();
        return outcome;
    }

    private static String sayInTheRoom(String text) {
        String before = state();
        eve.endpoint.text(text, true);
        String outcome = eve.outcome();
        if (!eve.socket.closeCodes().isEmpty() || !state().contains(eve.id)) {
            eve.end();
            eve = Client.inTheRoom();
        } else if (!outcome.equals("done")) {
            assertThat(state()).as(text).isEqualTo(before);
            assertThat(ADA.socket.frames()).as("what Ada hears of %s", text).isEmpty();
        }
        eve.socket.frames().clear();
        return outcome;
    }

    private static String state() {
        return FRESH.lines().count() + " lines, " + SWITCHBOARD.rooms.count() + " rooms, "
                + SWITCHBOARD.rooms.look("standup");
    }

    /** Somebody at an endpoint of their own. */
    private static final class Client {

        final FakeSocket socket = FakeSocket.prompt().of(new Visitor("192.0.2.1", null));
        final SignalingEndpoint endpoint = FreshSwitchboard.endpoint(SWITCHBOARD);
        String id;

        Client() {
            endpoint.open(socket.session("parley.v1"));
        }

        static Client inTheRoom() {
            Client client = new Client();
            client.endpoint.text("{\"type\":\"hello\"}", true);
            client.id = client.socket.frames().get(0).replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1");
            client.endpoint.text("{\"type\":\"join\",\"room\":\"standup\"}", true);
            client.socket.frames().clear();
            return client;
        }

        String outcome() {
            FRESH.runErrands();
            List<String> frames = socket.frames();
            String last = frames.isEmpty() ? "" : frames.get(frames.size() - 1);
            return last.startsWith("{\"type\":\"error\"")
                    ? last.replaceFirst(".*\"code\":\"([a-z-]+)\".*", "$1")
                    : "done";
        }

        void end() {
            endpoint.close(new CloseReason(() -> 1000, "left"));
            FRESH.runErrands();
        }
    }
}
