package parley.line;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Shutdown;
import org.junit.jupiter.api.Test;
import parley.message.Frame;
import parley.message.Peer;

class DrainingTest {

    private final FreshLines fresh = new FreshLines();
    private final Lines lines = fresh.lines();
    private final FakeSocket socket = FakeSocket.slow();

    @Test
    void a_line_that_has_ended_hears_its_last_word_and_nothing_else() throws InterruptedException {
        FakeSocket prompt = FakeSocket.prompt();
        Line line = open(prompt);
        lines.assign(line, new Peer("p1", "Ada", Peer.State.INITIAL));

        Runnable farewell = line.drain("bye");
        line.send(Frame.of("peer-left", true));
        assertThat(prompt.frames()).isEmpty();
        farewell.run();

        assertThat(prompt.frames()).containsExactly("bye");
        assertThat(prompt.closeCodes()).containsExactly(1001);
    }

    @Test
    void who_does_not_read_is_closed_without_a_word() {
        Line line = open(socket);
        line.send(Frame.of("unread", true));
        fresh.pass(2);
        assertThat(line.isStuck()).isTrue();

        line.drain("bye").run();

        assertThat(socket.frames()).containsExactly("unread");
        assertThat(socket.closeCodes()).containsExactly(1001);
    }

    @Test
    void a_frame_on_its_way_is_waited_for() throws Exception {
        Line line = open(socket);
        line.send(Frame.of("on its way", true));
        assertThat(line.isStuck()).isFalse();
        Thread farewell = new Thread(line.drain("bye"));

        farewell.start();
        socket.take();
        farewell.join();

        assertThat(socket.frames()).containsExactly("on its way", "bye");
        assertThat(socket.closeCodes()).containsExactly(1001);
    }

    @Test
    void a_server_that_stops_is_not_ready_for_anybody_else() {
        assertThat(lines.readiness.draining()).isFalse();

        lines.stop(new Shutdown());

        assertThat(lines.readiness.draining()).isTrue();
    }

    @Test
    void who_comes_while_the_server_stops_is_sent_away() {
        lines.stop(new Shutdown());

        Line late = open(socket);
        fresh.runErrands();

        assertThat(late.ended()).isTrue();
        assertThat(socket.closeCodes()).containsExactly(1001);
    }

    private Line open(FakeSocket socket) {
        return lines.open(socket.session(), (line, departure) -> {}, () -> {}).line();
    }
}
