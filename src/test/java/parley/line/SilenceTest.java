package parley.line;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
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
    void whoever_ends_a_socket_waits_for_the_send_that_is_being_done_and_is_the_last(
            BiConsumer<Socket, FreshLines> end) {
        FreshLines fresh = new FreshLines();
        AtomicLong millis = new AtomicLong();
        Socket[] its = new Socket[1];
        FakeSocket socket = FakeSocket.prompt().before(frame -> millis.set(millisOf(() -> end.accept(its[0], fresh))));
        its[0] = fresh.lines().open(socket.session(), (line, departure) -> {}, () -> {});
        fresh.pass(1);

        its[0].line().send(Frame.of("1", true));

        // As long as a send may take at most, since this one does not return before.
        assertThat(millis.get()).isGreaterThanOrEqualTo(100);
        its[0].send("2");
        assertThat(socket.frames()).containsExactly("1");
    }

    /** How long it takes on another thread. */
    private static long millisOf(Runnable task) {
        long start = System.nanoTime();
        CompletableFuture.runAsync(task).join();
        return (System.nanoTime() - start) / 1_000_000;
    }
}
