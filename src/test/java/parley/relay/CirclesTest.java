package parley.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.line.FakeSocket;
import parley.line.FreshLines;
import parley.line.Line;
import parley.line.Lines;
import parley.ops.Settings;

class CirclesTest {

    private final Circles circles = new Circles();
    private final Lines lines = new FreshLines().lines();
    private final List<FakeSocket> sockets = new ArrayList<>();

    @BeforeEach
    void wire() {
        circles.settings = new Settings();
    }

    @Test
    void a_frame_goes_to_all_others_of_the_room() {
        Line ada = line();
        circles.enter("a", ada);
        circles.enter("a", line());
        circles.enter("a", line());
        circles.enter("b", line());

        circles.relay("a", ada, "hello");

        assertThat(sockets.stream().map(FakeSocket::frames))
                .containsExactly(List.of(), List.of("hello"), List.of("hello"), List.of());
    }

    @Test
    void who_was_turned_away_at_the_door_is_not_heard_inside() {
        for (int i = 0; i < 8; i++) {
            assertThat(circles.enter("a", line())).isTrue();
        }
        Line ninth = line();
        assertThat(circles.enter("a", ninth)).isFalse();

        circles.relay("a", ninth, "let me in");

        assertThat(sockets).allSatisfy(socket -> assertThat(socket.frames()).isEmpty());
    }

    @Test
    void who_has_left_neither_hears_nor_is_heard() {
        Line ada = line();
        Line bob = line();
        circles.enter("a", ada);
        circles.enter("a", bob);
        circles.exit("a", bob);

        circles.relay("a", ada, "bob?");
        circles.relay("a", bob, "ada!");

        assertThat(sockets).allSatisfy(socket -> assertThat(socket.frames()).isEmpty());
        assertThat(circles.count()).isEqualTo(1);
        circles.exit("a", ada);
        assertThat(circles.count()).isZero();
    }

    private Line line() {
        FakeSocket socket = FakeSocket.prompt();
        sockets.add(socket);
        return lines.openSilent(socket.session(), (line, departure) -> {}, () -> {})
                .line();
    }
}
