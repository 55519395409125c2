package parley.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import parley.message.Peer;

class LineSweepTest {

    private final FakeSocket socket = FakeSocket.prompt();
    private final List<String> story = new ArrayList<>();
    private long now;

    @Test
    void a_client_that_says_nothing_is_asked_and_then_swept_away() {
        Line line = line(Runnable::run);

        pass(Patience.QUIET.plusNanos(1));
        line.sweep();
        line.sweep();
        assertThat(socket.pings()).isEqualTo(1);
        assertThat(line.ended()).isFalse();

        pass(Patience.SILENCE.minus(Patience.QUIET));
        line.sweep();
        assertThat(socket.closeCodes()).containsExactly(4408);
        assertThat(story).containsExactly("end");
    }

    @Test
    void a_client_that_answers_stays() {
        Line line = line(Runnable::run);
        for (int day = 0; day < 3; day++) {
            pass(Patience.QUIET.plusNanos(1));
            line.sweep();
            line.heard();
        }
        assertThat(socket.pings()).isEqualTo(3);
        assertThat(line.ended()).isFalse();
    }

    @Test
    void where_no_thread_is_to_be_had_the_next_sweep_tells_who_has_to_know() {
        Line line = line(task -> {
            throw new RejectedExecutionException("full");
        });

        line.close(Ending.SILENT);
        assertThat(line.ended()).isTrue();
        assertThat(story).isEmpty();

        line.sweep();
        assertThat(story).containsExactly("end");
    }

    private Line line(Executor executor) {
        Line line =
                new Line(new Socket(socket.session()), new Patience(() -> now, true), executor, () -> story.add("end"));
        line.belongsTo(new Peer("p1", "Ada", Peer.State.INITIAL));
        return line;
    }

    private void pass(Duration duration) {
        now += duration.toNanos();
    }
}
