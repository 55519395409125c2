package parley.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import parley.message.Frame;
import parley.message.Peer;
import parley.message.ServerMessage.Departure;
import parley.ops.Settings;

class LineSweepTest {

    private final FakeSocket socket = FakeSocket.prompt();
    private final FreshLines fresh = new FreshLines();
    private final List<String> story = new ArrayList<>();

    @Test
    void a_client_that_says_nothing_is_asked_once_and_then_cut_off() {
        greeted();

        fresh.pass(Patience.QUIET.toSeconds() + 5);
        assertThat(socket.pings()).isEqualTo(1);
        assertThat(socket.closeCodes()).isEmpty();

        fresh.pass(Patience.SILENCE.minus(Patience.QUIET).toSeconds() - 4);
        assertThat(socket.closeCodes()).containsExactly(4408);
    }

    @Test
    void a_client_that_answers_stays() {
        Socket its = greeted();
        for (int day = 0; day < 3; day++) {
            fresh.pass(Patience.QUIET.toSeconds() + 1);
            its.heard(true);
        }
        assertThat(socket.pings()).isEqualTo(3);
        assertThat(its.ended()).isFalse();
    }

    @Test
    void a_peer_whose_socket_broke_is_away_after_two_seconds_and_lost_after_thirty() {
        Socket its = greeted();

        its.close(Ending.BROKEN);
        fresh.pass(2);
        assertThat(story).isEmpty();
        fresh.pass(1);
        assertThat(story).containsExactly("away");
        fresh.pass(27);
        assertThat(its.line().isAway()).isTrue();
        assertThat(story).containsExactly("away");

        fresh.pass(1);
        assertThat(story).containsExactly("away", "lost");
        assertThat(its.line().isAway()).isFalse();
        fresh.pass(60);
        assertThat(story).containsExactly("away", "lost");
    }

    @Test
    void the_most_that_a_line_held_is_measured_even_if_it_is_gone_by_then() {
        Line line = greeted().line();
        line.send(Frame.of("one", true));
        line.send(Frame.of("three", true));
        line.confirm(1);
        fresh.pass(1);
        assertThat(fresh.lines().metrics.scrape())
                .contains("parley_line_frames_max 2.0\n", "parley_line_bytes_max 8.0\n");

        line.send(Frame.of("four", true));
        line.send(Frame.of("five", true));
        fresh.lines().remove(line);
        assertThat(fresh.lines().metrics.scrape())
                .contains("parley_line_frames_max 3.0\n", "parley_line_bytes_max 13.0\n");
    }

    @Test
    void where_no_thread_is_to_be_had_the_next_sweep_tells_who_has_to_know() {
        List<Runnable> found = new ArrayList<>();
        boolean[] none = {true};
        long[] now = {0};
        Lines lines = new Lines(
                task -> {
                    if (none[0]) {
                        throw new RejectedExecutionException("full");
                    }
                    found.add(task);
                },
                () -> now[0],
                new Settings());
        Socket its = lines.open(socket.session(), listener(), () -> {});
        now[0] = 1_000_000_000;

        its.close(Ending.SILENT);
        lines.sweep();
        assertThat(found).isEmpty();

        none[0] = false;
        lines.sweep();
        found.forEach(Runnable::run);
        assertThat(story).containsExactly("lost");
        assertThat(socket.closeCodes()).containsExactly(4408);
    }

    private Socket greeted() {
        Socket its = fresh.lines().open(socket.session(), listener(), () -> {});
        fresh.lines().assign(its.line(), new Peer("p1", "Ada", Peer.State.INITIAL));
        return its;
    }

    private Line.Listener listener() {
        return new Line.Listener() {
            @Override
            public void away(Line line) {
                story.add("away");
            }

            @Override
            public void gone(Line line, Departure departure) {
                story.add(departure.name());
            }
        };
    }
}
