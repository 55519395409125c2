package parley.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineTest {

    private final List<Runnable> onCloser = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    private long now;

    @Test
    void frames_leave_in_the_order_they_were_enqueued() throws Exception {
        FakeSocket socket = FakeSocket.slow();
        Line line = line(socket);

        List.of("1", "2", "3").forEach(line::send);

        assertThat(socket.frames()).containsExactly("1");
        socket.take();
        assertThat(socket.frames()).containsExactly("1", "2");
        socket.take();
        socket.take();
        assertThat(socket.frames()).containsExactly("1", "2", "3");
        line.send("4");
        assertThat(socket.frames()).containsExactly("1", "2", "3", "4");
    }

    @Test
    void enqueueing_sends_nothing() {
        FakeSocket socket = FakeSocket.prompt();
        Line line = line(socket);

        line.enqueue("1");
        assertThat(socket.frames()).isEmpty();

        line.flush();
        assertThat(socket.frames()).containsExactly("1");
    }

    @Test
    void a_container_that_calls_back_at_once_does_not_deepen_the_stack() {
        FakeSocket socket = FakeSocket.prompt();
        List<Integer> depths = new ArrayList<>();
        Line line = new Line(
                new Socket(socket.session()),
                new Patience(
                        () -> {
                            depths.add(Thread.currentThread().getStackTrace().length);
                            return now;
                        },
                        true),
                onCloser::add,
                () -> {});

        IntStream.range(0, Outbox.MAX_FRAMES).forEach(i -> line.enqueue("" + i));
        depths.clear();
        line.flush();

        assertThat(socket.frames())
                .hasSize(Outbox.MAX_FRAMES)
                .startsWith("0", "1")
                .endsWith("510", "511");
        assertThat(depths).hasSize(Outbox.MAX_FRAMES).containsOnly(depths.get(0));
    }

    @Test
    void a_client_that_leaves_too_many_frames_unread_is_cut_off() {
        FakeSocket socket = FakeSocket.slow();
        Line line = line(socket);

        IntStream.rangeClosed(0, Outbox.MAX_FRAMES).forEach(i -> line.send("" + i));
        assertThat(line.ended()).isFalse();

        line.send("one too many");
        assertThat(line.ended()).isTrue();
        runCloser();
        assertThat(socket.closeCodes()).containsExactly(4413);
        assertThat(socket.frames()).containsExactly("0");
    }

    @Test
    void a_client_that_leaves_too_much_text_unread_is_cut_off() {
        FakeSocket socket = FakeSocket.slow();
        Line line = line(socket);
        String quarter = "x".repeat(Outbox.MAX_CHARS / 4);

        line.send("in flight");
        IntStream.range(0, 4).forEach(i -> line.send(quarter));
        assertThat(line.ended()).isFalse();

        line.send("x");
        runCloser();
        assertThat(socket.closeCodes()).containsExactly(4413);
    }

    @Test
    void what_was_sent_makes_room_again() throws Exception {
        FakeSocket socket = FakeSocket.slow();
        Line line = line(socket);
        String half = "x".repeat(Outbox.MAX_CHARS / 2);

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
    void closing_tells_of_the_end_before_it_closes_the_socket_and_both_elsewhere() {
        FakeSocket socket = FakeSocket.prompt();
        Line line = new Line(
                new Socket(socket.session()),
                new Patience(() -> now, true),
                onCloser::add,
                () -> story.add("end, closed: " + socket.closeCodes()));

        line.close(Ending.BINARY);
        assertThat(line.ended()).isTrue();
        assertThat(story).isEmpty();
        assertThat(socket.closeCodes()).isEmpty();

        runCloser();
        assertThat(story).containsExactly("end, closed: []");
        assertThat(socket.closeCodes()).containsExactly(1003);
    }

    @Test
    void a_line_ends_once_for_the_first_reason() {
        FakeSocket socket = FakeSocket.prompt();
        Line line = line(socket);

        line.close(Ending.SILENT);
        line.close(Ending.DRAINING);
        runCloser();

        assertThat(socket.closeCodes()).containsExactly(4408);
        assertThat(story).containsExactly("end");
    }

    @Test
    void an_ended_line_sends_nothing_more() throws Exception {
        FakeSocket socket = FakeSocket.slow();
        Line line = line(socket);
        line.send("1");
        line.send("2");

        line.close(Ending.SILENT);
        line.send("3");
        socket.take();

        assertThat(socket.frames()).containsExactly("1");
    }

    @Test
    void a_send_that_fails_later_ends_the_line() throws Exception {
        FakeSocket socket = FakeSocket.slow();
        Line line = line(socket);
        line.send("1");
        line.send("2");

        socket.fail();
        runCloser();

        assertThat(socket.frames()).containsExactly("1");
        assertThat(socket.closeCodes()).containsExactly(1011);
        assertThat(story).containsExactly("end");
    }

    @Test
    void a_send_that_fails_at_once_ends_the_line() {
        // A session without a remote endpoint, as Tomcat has after a lost connection.
        Line line = new Line(
                new Socket(FakeSocket.refusing().session()),
                new Patience(() -> now, true),
                onCloser::add,
                () -> story.add("end"));

        line.enqueue("1");
        line.enqueue("2");
        line.flush();
        runCloser();

        assertThat(line.ended()).isTrue();
        assertThat(story).containsExactly("end");
    }

    private Line line(FakeSocket socket) {
        Executor closer = onCloser::add;
        return new Line(new Socket(socket.session()), new Patience(() -> now, true), closer, () -> story.add("end"));
    }

    private void runCloser() {
        List.copyOf(onCloser).forEach(Runnable::run);
        onCloser.clear();
    }
}
