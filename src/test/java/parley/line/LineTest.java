package parley.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.message.Frame;
import parley.message.ServerMessage.Departure;
import parley.ops.Settings;

class LineTest {

    private static final int FRAMES = new Settings().lineFrames();
    private static final int BYTES = new Settings().lineBytes();

    private final FreshLines fresh = new FreshLines();
    private final AtomicInteger ends = new AtomicInteger();
    private final List<Departure> departures = new ArrayList<>();

    @Test
    void frames_leave_in_the_order_they_were_enqueued() throws Exception {
        FakeSocket socket = FakeSocket.slow();
        Line line = open(socket).line();

        List.of("1", "2", "3").forEach(text -> line.send(frame(text)));

        assertThat(socket.frames()).containsExactly("1");
        socket.take();
        assertThat(socket.frames()).containsExactly("1", "2");
        socket.take();
        socket.take();
        assertThat(socket.frames()).containsExactly("1", "2", "3");
        line.send(frame("4"));
        assertThat(socket.frames()).containsExactly("1", "2", "3", "4");
    }

    @Test
    void the_containers_own_idle_timeout_is_off() {
        FakeSocket socket = FakeSocket.prompt();

        open(socket);

        assertThat(socket.idleTimeout()).isZero();
    }

    @Test
    void enqueueing_sends_nothing() {
        FakeSocket socket = FakeSocket.prompt();
        Line line = open(socket).line();

        line.enqueue(frame("1"));
        assertThat(socket.frames()).isEmpty();

        line.flush();
        assertThat(socket.frames()).containsExactly("1");
    }

    @Test
    void a_container_that_calls_back_at_once_does_not_deepen_the_stack() {
        FakeSocket socket = FakeSocket.prompt();
        Line line = open(socket).line();

        IntStream.range(0, FRAMES).forEach(i -> line.enqueue(frame("" + i)));
        line.flush();

        assertThat(socket.frames()).hasSize(FRAMES).startsWith("0", "1").endsWith("510", "511");
        assertThat(socket.depths()).hasSize(1);
    }

    @Test
    void a_client_that_leaves_too_many_frames_unread_is_cut_off() {
        FakeSocket socket = FakeSocket.slow();
        Line line = open(socket).line();

        IntStream.rangeClosed(0, FRAMES - 1).forEach(i -> line.send(frame("" + i)));
        assertThat(line.ended()).isFalse();

        line.send(frame("makes room of what is in flight"));
        assertThat(line.ended()).isFalse();
        line.send(frame("one too many"));
        assertThat(line.ended()).isTrue();
        fresh.runErrands();
        assertThat(socket.closeCodes()).containsExactly(4413);
        assertThat(socket.frames()).containsExactly("0");
    }

    @Test
    void a_client_that_leaves_too_much_unread_is_cut_off() {
        FakeSocket socket = FakeSocket.slow();
        Line line = open(socket).line();
        Frame quarter = frame("\u00e9".repeat(BYTES / 8));

        line.send(Frame.of("in flight", false));
        IntStream.range(0, 4).forEach(i -> line.send(quarter));
        assertThat(line.ended()).isFalse();

        line.send(frame("x"));
        fresh.runErrands();
        assertThat(socket.closeCodes()).containsExactly(4413);
    }

    @Test
    void what_was_sent_makes_room_again() throws Exception {
        FakeSocket socket = FakeSocket.slow();
        Line line = open(socket).line();
        Frame half = frame("x".repeat(BYTES / 2));

        for (int i = 0; i < 20; i++) {
            line.send(half);
            line.send(half);
            socket.take();
            socket.take();
        }

        assertThat(line.ended()).isFalse();
        assertThat(socket.frames()).hasSize(40);
    }

    @Test
    void closing_tells_of_the_end_and_closes_the_socket_both_on_other_threads() {
        FakeSocket socket = FakeSocket.prompt();
        Socket its = open(socket);

        its.close(Ending.BINARY);
        assertThat(its.line().ended()).isTrue();
        assertThat(departures).isEmpty();
        assertThat(socket.closeCodes()).isEmpty();

        fresh.runErrands();
        assertThat(departures).containsExactly(Departure.lost);
        assertThat(socket.closeCodes()).containsExactly(1003);
    }

    @Test
    void a_socket_ends_once_for_the_first_reason() {
        FakeSocket socket = FakeSocket.prompt();
        Socket its = open(socket);

        its.close(Ending.SILENT);
        its.close(Ending.DRAINING);
        fresh.runErrands();
        its.closed(Ending.DRAINING.reason());
        fresh.runErrands();

        assertThat(socket.closeCodes()).containsExactly(4408);
        assertThat(ends).hasValue(1);
        assertThat(departures).containsExactly(Departure.lost);
    }

    @ParameterizedTest
    @EnumSource(names = {"WRONG_PROTOCOL", "TOO_LONG", "BUSY"})
    void who_is_turned_away_hears_of_it_when_the_handshake_is_over(Ending why) {
        FakeSocket socket = FakeSocket.prompt();

        justOpened(socket).close(why, "bye");
        fresh.runErrands();
        assertThat(departures).containsExactly(Departure.lost);
        assertThat(ends).hasValue(1);
        assertThat(socket.frames()).isEmpty();
        assertThat(socket.closeCodes()).isEmpty();

        fresh.pass(1);
        assertThat(socket.frames()).containsExactly("bye");
        assertThat(socket.closeCodes()).containsExactly(why.code());
    }

    @Test
    void a_last_word_is_said_before_the_socket_is_closed() {
        FakeSocket socket = FakeSocket.prompt();

        open(socket).close(Ending.BUSY, "bye");
        fresh.runErrands();

        assertThat(socket.frames()).containsExactly("bye");
        assertThat(socket.closeCodes()).containsExactly(1013);
    }

    @Test
    void an_ended_line_sends_nothing_more() throws Exception {
        FakeSocket socket = FakeSocket.slow();
        Socket its = open(socket);
        its.line().send(frame("1"));
        its.line().send(frame("2"));

        its.close(Ending.SILENT);
        its.line().send(frame("3"));
        socket.take();

        assertThat(socket.frames()).containsExactly("1");
    }

    @Test
    void a_send_that_fails_ends_the_socket() throws Exception {
        FakeSocket socket = FakeSocket.slow();
        Line line = open(socket).line();
        line.send(frame("1"));
        line.send(frame("2"));

        socket.fail();
        fresh.pass(1);

        assertThat(socket.frames()).containsExactly("1");
        assertThat(socket.closeCodes()).containsExactly(1011);
        assertThat(departures).containsExactly(Departure.lost);
    }

    @Test
    void a_send_that_is_refused_at_once_ends_the_socket() {
        // A session without a remote endpoint, as Tomcat has after a lost connection.
        FakeSocket socket = FakeSocket.refusing();
        Line line = open(socket).line();

        line.enqueue(frame("1"));
        line.enqueue(frame("2"));
        line.flush();
        fresh.pass(1);

        assertThat(socket.closeCodes()).containsExactly(1011);
        assertThat(departures).containsExactly(Departure.lost);
    }

    private static Frame frame(String text) {
        return Frame.of(text, true);
    }

    private Socket open(FakeSocket socket) {
        Socket its = justOpened(socket);
        fresh.pass(1);
        return its;
    }

    private Socket justOpened(FakeSocket socket) {
        return fresh.lines()
                .open(socket.session(), (line, departure) -> departures.add(departure), ends::incrementAndGet);
    }
}
