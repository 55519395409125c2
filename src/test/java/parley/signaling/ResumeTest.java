package parley.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.access.Visitor;
import parley.line.Ending;
import parley.line.FakeSocket;
import parley.line.FreshLines;
import parley.line.Socket;
import parley.message.ClientMessage.Hello;
import parley.message.ClientMessage.Join;
import parley.message.ClientMessage.Resume;
import parley.message.ClientMessage.State;

class ResumeTest {

    private static final Visitor SOMEBODY = new Visitor("192.0.2.1", null);

    private final FreshLines fresh = new FreshLines();
    private final Switchboard switchboard = FreshSwitchboard.on(fresh.lines());
    private final FakeSocket ada = FakeSocket.prompt().of(SOMEBODY);
    private final FakeSocket bob = FakeSocket.prompt().of(SOMEBODY);
    private final FakeSocket again = FakeSocket.prompt().of(SOMEBODY);
    private Socket adas;
    private JsonObject welcome;
    private JsonObject bobsWelcome;

    @BeforeEach
    void adaAndBobAreInARoom() {
        adas = greet(ada, null);
        welcome = last(ada);
        Socket bobs = greet(bob, null);
        bobsWelcome = last(bob);
        switchboard.receive(adas.line(), new Join("standup"));
        switchboard.receive(bobs.line(), new Join("standup"));
        bob.frames().clear();
    }

    @Test
    void a_fresh_peer_has_resumed_nothing() {
        assertThat(welcome.getBoolean("resumed")).isFalse();
        assertThat(welcome.getInt("received")).isZero();
    }

    @Test
    void who_comes_back_in_time_is_the_same_and_nobody_noticed() {
        adas.line().count();
        broken(adas);
        fresh.pass(2);

        Socket its = greet(again, resume(2L));

        assertThat(last(again).getBoolean("resumed")).isTrue();
        assertThat(last(again).getInt("received")).isEqualTo(1);
        assertThat(last(again).getJsonObject("peer")).isEqualTo(welcome.getJsonObject("peer"));
        fresh.pass(20);
        assertThat(bob.frames()).isEmpty();
        assertThat(its.line()).isSameAs(adas.line());
        switchboard.receive(its.line(), new State(false, false, false, false));
        assertThat(types(bob)).containsExactly("state");
        assertThat(fresh.lines().count()).isEqualTo(2);
    }

    @Test
    void the_room_hears_of_a_longer_absence_and_of_its_end() {
        broken(adas);
        fresh.pass(3);
        assertThat(types(bob)).containsExactly("peer-away");

        greet(again, resume(2L));

        assertThat(types(bob)).containsExactly("peer-away", "peer-back");
    }

    @Test
    void after_the_grace_the_peer_is_lost_and_starts_anew_under_its_id() {
        broken(adas);
        fresh.pass(31);
        assertThat(types(bob)).containsExactly("peer-away", "peer-left");

        greet(again, resume(2L));

        assertThatStartsAnewAsAda();
    }

    @Test
    void who_has_lost_count_starts_anew_and_is_out_of_the_room() {
        broken(adas);

        greet(again, resume(null));

        assertThatStartsAnewAsAda();
        assertThat(types(bob)).containsExactly("peer-left");
        fresh.runErrands();
        assertThat(types(bob)).containsExactly("peer-left");
        assertThat(fresh.lines().count()).isEqualTo(2);
    }

    @Test
    void a_count_that_cannot_be_ends_the_connection_there_was() {
        greet(again, resume(17L));

        assertThatStartsAnewAsAda();
        fresh.pass(1);
        assertThat(ada.closeCodes()).containsExactly(4409);
        assertThat(types(bob)).containsExactly("peer-left");
    }

    @Test
    void a_server_that_knows_nobody_any_more_gives_the_same_id_to_who_has_the_secret() {
        FreshLines restarted = new FreshLines();
        Switchboard next = FreshSwitchboard.on(restarted.lines());
        Socket its = restarted.lines().open(again.session(), next.whereabouts, () -> {});

        next.receive(its.line(), new Hello("Ada", resume(2L)));

        assertThatStartsAnewAsAda();
    }

    @Test
    void a_wrong_secret_makes_a_new_peer_and_disturbs_nobody() {
        for (String secret : List.of("", "guess", welcome.getString("secret") + "x")) {
            greet(again, new Resume(idOf(welcome), secret, 2L));

            assertThat(last(again).getBoolean("resumed")).isFalse();
            assertThat(idOf(last(again))).isNotEqualTo(idOf(welcome));
        }
        fresh.runErrands();
        assertThat(ada.closeCodes()).isEmpty();
        assertThat(bob.frames()).isEmpty();
        assertThat(fresh.lines().of(idOf(welcome))).contains(adas.line());
    }

    @Test
    void the_own_secret_is_none_for_another() {
        greet(again, new Resume(idOf(bobsWelcome), welcome.getString("secret"), 0L));

        assertThat(last(again).getBoolean("resumed")).isFalse();
        assertThat(idOf(last(again))).isNotEqualTo(idOf(bobsWelcome));
    }

    private void assertThatStartsAnewAsAda() {
        JsonObject anew = last(again);
        assertThat(anew.getBoolean("resumed")).isFalse();
        assertThat(anew.getInt("received")).isZero();
        assertThat(anew.getJsonObject("peer")).isEqualTo(welcome.getJsonObject("peer"));
        assertThat(anew.getString("secret")).isEqualTo(welcome.getString("secret"));
    }

    private Socket greet(FakeSocket socket, Resume resume) {
        Socket its = fresh.lines().open(socket.session(), switchboard.whereabouts, () -> {});
        switchboard.receive(its.line(), new Hello("Ada", resume));
        return its;
    }

    private void broken(Socket socket) {
        socket.close(Ending.BROKEN);
        fresh.runErrands();
    }

    private Resume resume(Long received) {
        return new Resume(idOf(welcome), welcome.getString("secret"), received);
    }

    private static String idOf(JsonObject welcome) {
        return welcome.getJsonObject("peer").getString("id");
    }

    private static JsonObject last(FakeSocket socket) {
        return json(socket.frames().get(socket.frames().size() - 1));
    }

    private static List<String> types(FakeSocket socket) {
        return socket.frames().stream()
                .map(frame -> json(frame).getString("type"))
                .toList();
    }

    private static JsonObject json(String frame) {
        return Json.createReader(new StringReader(frame)).readObject();
    }
}
