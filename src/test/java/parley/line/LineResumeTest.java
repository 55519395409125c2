package parley.line;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.message.Frame;
import parley.message.Peer;
import parley.message.ServerMessage.Departure;
import parley.ops.Settings;

class LineResumeTest {

    private static final Frame WELCOME = Frame.of("welcome", false);

    private static final int FRAMES = new Settings().lineFrames();

    private final FreshLines fresh = new FreshLines();
    private final List<Departure> departures = new ArrayList<>();
    private final FakeSocket first = FakeSocket.slow();
    private final FakeSocket second = FakeSocket.prompt();
    private Socket itsFirst;
    private Line line;

    @BeforeEach
    void greet() {
        itsFirst = open(first);
        line = itsFirst.line();
        fresh.lines().assign(line, new Peer("p1", "Ada", Peer.State.INITIAL));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void whatever_the_client_has_not_got_comes_again_and_nothing_twice(int received) throws Exception {
        send("1", "2", "3", "4");
        first.take();
        first.take();
        itsFirst.close(Ending.BROKEN);
        send("5");

        assertThat(resume(second, received)).isTrue();

        assertThat(second.frames())
                .startsWith("welcome")
                .containsExactlyElementsOf(List.of("welcome", "1", "2", "3", "4", "5").stream()
                        .filter(text -> text.equals("welcome") || Integer.parseInt(text) > received)
                        .toList());
        send("6");
        assertThat(second.frames()).endsWith("5", "6");
        assertThat(departures).isEmpty();
    }

    @Test
    void the_newest_socket_wins_and_the_one_before_is_closed() throws Exception {
        fresh.pass(1);
        send("1", "2");

        assertThat(resume(second, 0)).isTrue();
        fresh.runErrands();

        assertThat(first.closeCodes()).containsExactly(4409);
        assertThat(line.listensTo(itsFirst)).isFalse();
        assertThat(second.frames()).containsExactly("welcome", "1", "2");
        first.take();
        itsFirst.closed(new CloseReason(() -> 1001, "late"));
        fresh.pass(60);
        assertThat(departures).isEmpty();
        assertThat(first.frames()).containsExactly("1");
    }

    @Test
    void what_was_confirmed_is_not_kept() {
        resume(second, 0);
        send("1", "2", "3");

        assertThat(line.confirm(2)).isTrue();

        assertThat(resume(FakeSocket.prompt(), 1)).isFalse();
        FakeSocket third = FakeSocket.prompt();
        assertThat(resume(third, 2)).isTrue();
        assertThat(third.frames()).containsExactly("welcome", "3");
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 1_000_000_000_000_000_000L})
    void nobody_has_got_more_than_was_sent(long received) {
        resume(second, 0);
        send("1", "2", "3");

        assertThat(line.confirm(received)).isFalse();
        assertThat(resume(FakeSocket.prompt(), received)).isFalse();
        assertThat(line.isAway()).isFalse();
        send("4");
        assertThat(second.frames()).endsWith("4");
    }

    @Test
    void too_much_unconfirmed_costs_the_oldest_and_with_it_only_a_resume_from_there() {
        resume(second, 0);
        IntStream.rangeClosed(1, FRAMES + 10).forEach(i -> send("" + i));

        assertThat(second.frames()).hasSize(1 + FRAMES + 10);
        assertThat(resume(FakeSocket.prompt(), 9)).isFalse();
        FakeSocket third = FakeSocket.prompt();
        assertThat(resume(third, 10)).isTrue();
        assertThat(third.frames()).hasSize(1 + FRAMES).startsWith("welcome", "11");
    }

    @Test
    void too_much_missed_cannot_be_resumed_but_keeps_the_place_until_the_grace_is_over() {
        itsFirst.close(Ending.BROKEN);
        IntStream.rangeClosed(0, FRAMES).forEach(i -> send("" + i));

        assertThat(resume(second, 0)).isFalse();
        assertThat(line.isAway()).isTrue();
        assertThat(second.frames()).isEmpty();
        fresh.pass(31);
        assertThat(departures).containsExactly(Departure.lost);
    }

    @Test
    void when_all_lines_together_keep_too_much_what_is_sent_is_no_longer_kept_but_still_sent() {
        resume(second, 0);
        fresh.lines().ceiling().keep(new Settings().linesBytes());

        send("1", "2", "3");

        assertThat(second.frames()).containsExactly("welcome", "1", "2", "3");
        assertThat(resume(FakeSocket.prompt(), 1)).isFalse();
        assertThat(resume(FakeSocket.prompt(), 2)).isTrue();
    }

    @Test
    void what_is_no_longer_kept_is_no_longer_counted() {
        send("1", "2", "3");
        assertThat(fresh.lines().kept()).isEqualTo(3);
        resume(second, 1);
        assertThat(fresh.lines().kept()).isEqualTo(2);
        line.confirm(2);
        assertThat(fresh.lines().kept()).isEqualTo(1);

        line.abandon();
        assertThat(fresh.lines().kept()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "1000,over,left",
        "1000,'',",
        "1001,'',",
        "1005,'',left",
        "1002,'',lost",
        "1003,'',",
        "1007,'',lost",
        "1008,'',lost",
        "1009,'',lost",
        "4429,'',lost",
        "1006,'',",
        "1011,'',",
        "4408,'',",
        "4413,'',",
        "3000,'',"
    })
    void how_a_socket_was_closed_decides_whether_its_peer_may_come_back(int code, String reason, Departure departure) {
        itsFirst.closed(new CloseReason(() -> code, reason));
        fresh.runErrands();

        assertThat(line.isAway()).isEqualTo(departure == null);
        assertThat(departures).isEqualTo(departure == null ? List.of() : List.of(departure));
        assertThat(resume(second, 0)).isEqualTo(departure == null);
    }

    @Test
    void a_page_that_went_away_has_left_a_moment_later() {
        itsFirst.closed(new CloseReason(() -> 1001, ""));
        fresh.runErrands();
        // Long enough for a container that closes all sockets to tell the application that it stops.
        assertThat(departures).isEmpty();

        fresh.pass(1);

        assertThat(departures).containsExactly(Departure.left);
        assertThat(resume(second, 0)).isFalse();
    }

    @Test
    void a_socket_that_breaks_while_it_changes_hands_leaves_the_peer_away() {
        itsFirst.close(Ending.BROKEN);
        Socket itsSecond = open(second);
        itsSecond.closed(new CloseReason(() -> 1006, ""));

        assertThat(line.takeOver(itsSecond.line(), 0, WELCOME)).isTrue();

        assertThat(line.isAway()).isTrue();
        fresh.pass(31);
        assertThat(departures).containsExactly(Departure.lost);
    }

    @Test
    void answers_meant_for_a_socket_that_is_no_more_are_not_sent_on_the_next() {
        send("1");
        line.send(Frame.of("pong", false));
        send("2");
        itsFirst.close(Ending.BROKEN);

        resume(second, 0);

        assertThat(second.frames()).containsExactly("welcome", "1", "2");
    }

    private boolean resume(FakeSocket socket, long received) {
        boolean resumed = line.takeOver(open(socket).line(), received, WELCOME);
        line.flush();
        return resumed;
    }

    private void send(String... texts) {
        for (String text : texts) {
            line.send(Frame.of(text, true));
        }
    }

    private Socket open(FakeSocket socket) {
        return fresh.lines()
                .open(
                        socket.session(),
                        (gone, departure) -> {
                            if (gone == line) {
                                departures.add(departure);
                            }
                        },
                        () -> {});
    }
}
