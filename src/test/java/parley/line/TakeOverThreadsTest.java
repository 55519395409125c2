package parley.line;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.websocket.CloseReason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import parley.message.Frame;
import parley.message.Peer;
import parley.ops.Settings;

class TakeOverThreadsTest {

    private static final int FRAMES = 400;

    private final ExecutorService threads = Executors.newFixedThreadPool(6);
    private final Lines lines = new Lines(threads, System::nanoTime, new Settings());
    private final List<String> heard = new ArrayList<>();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @RepeatedTest(50)
    void who_changes_sockets_while_others_write_hears_all_once_and_in_order() throws Exception {
        FakeSocket socket = FakeSocket.slow();
        Socket its = open(socket);
        Line line = its.line();
        lines.assign(line, new Peer("p1", "Ada", Peer.State.INITIAL));
        Future<?> taker = take(socket);
        Future<?> writer = threads.submit(() -> IntStream.range(0, FRAMES).forEach(i -> {
            line.enqueue(Frame.of("" + i, true));
            line.flush();
            if (i % 7 == 0) {
                Thread.yield();
            }
        }));
        Future<?> flusher = threads.submit(() -> {
            while (!writer.isDone()) {
                line.flush();
            }
        });

        for (int round = 0; round < 30; round++) {
            hear(socket);
            FakeSocket next = FakeSocket.slow();
            Socket itsNext = open(next);
            Future<?> nextTaker = take(next);
            if (round % 3 == 0) {
                Socket broken = its;
                threads.execute(() -> broken.closed(new CloseReason(() -> 1006, "")));
            }
            assertThat(line.takeOver(itsNext.line(), heard.size(), Frame.of("welcome", false)))
                    .isTrue();
            line.flush();
            taker.cancel(true);
            socket = next;
            its = itsNext;
            taker = nextTaker;
        }
        writer.get(10, SECONDS);
        flusher.get(10, SECONDS);
        FakeSocket last = socket;
        int before = heard.size();
        await().atMost(5, SECONDS).untilAsserted(() -> assertThat(last.frames()).hasSize(1 + FRAMES - before));
        hear(socket);

        assertThat(heard)
                .containsExactlyElementsOf(
                        IntStream.range(0, FRAMES).mapToObj(i -> "" + i).toList());
    }

    private void hear(FakeSocket socket) {
        socket.frames().stream().filter(text -> !text.equals("welcome")).forEach(heard::add);
    }

    private Future<?> take(FakeSocket socket) {
        return threads.submit(() -> {
            while (!Thread.interrupted()) {
                socket.take();
            }
            return null;
        });
    }

    private Socket open(FakeSocket socket) {
        return lines.open(socket.session(), (line, departure) -> {}, () -> {});
    }
}
