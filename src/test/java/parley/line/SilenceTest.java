package parley.line;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.message.Frame;

/** A container must not close a socket under the hands of somebody who writes to it. */
class SilenceTest {

    static Stream<BiConsumer<Socket, FreshLines>> ends() {
        return Stream.of((socket, lines) -> socket.closed(new CloseReason(() -> 1000, "left")), (socket, lines) -> {
            socket.close(Ending.FLOODS);
            lines.runErrands();
        });
    }

    @ParameterizedTest
    @MethodSource("ends")
    void whoever_ends_a_socket_waits_for_the_send_that_is_being_done_and_is_the_last(BiConsumer<Socket, FreshLines> end)
            throws Exception {
        FreshLines fresh = new FreshLines();
        AtomicBoolean waited = new AtomicBoolean();
        Socket[] its = new Socket[1];
        Thread ending = new Thread(() -> end.accept(its[0], fresh));
        FakeSocket socket = FakeSocket.prompt().before(frame -> {
            ending.start();
            while (ending.getState() != Thread.State.TIMED_WAITING && ending.isAlive()) {
                Thread.onSpinWait();
            }
            waited.set(ending.isAlive());
        });
        its[0] = fresh.lines().open(socket.session(), (line, departure) -> {}, () -> {});

        its[0].line().send(Frame.of("1", true));
        ending.join();

        assertThat(waited).isTrue();
        its[0].send("2");
        assertThat(socket.frames()).containsExactly("1");
    }
}
