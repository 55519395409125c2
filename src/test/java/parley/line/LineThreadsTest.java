package parley.line;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import parley.message.Frame;
import parley.ops.Settings;

class LineThreadsTest {

    private static final int WRITERS = 6;
    private static final int FRAMES = 80;

    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
    private final AtomicInteger ends = new AtomicInteger();
    private final AtomicLong now = new AtomicLong();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @RepeatedTest(30)
    void many_writers_send_one_frame_at_a_time_and_none_is_lost_or_overtaken() throws Exception {
        FakeSocket socket = FakeSocket.slow();
        Line line = open(socket).line();

        List<Future<?>> all = new ArrayList<>();
        all.add(threads.submit(() -> {
            for (int i = 0; i < WRITERS * FRAMES; i++) {
                socket.take();
            }
            return null;
        }));
        for (int writer = 0; writer < WRITERS; writer++) {
            String name = writer + "-";
            all.add(threads.submit(() -> {
                for (int i = 0; i < FRAMES; i++) {
                    line.send(Frame.of(name + i, true));
                }
            }));
        }
        for (Future<?> one : all) {
            one.get(10, SECONDS);
        }

        assertThat(socket.mostInFlight()).isEqualTo(1);
        assertThat(socket.frames()).hasSize(WRITERS * FRAMES);
        for (int writer = 0; writer < WRITERS; writer++) {
            String name = writer + "-";
            assertThat(socket.frames().stream().filter(frame -> frame.startsWith(name)))
                    .containsExactlyElementsOf(numbered(name));
        }
    }

    @RepeatedTest(30)
    void of_many_that_close_a_line_one_does() throws Exception {
        FakeSocket socket = FakeSocket.prompt();
        Socket its = open(socket);

        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            all.add(threads.submit(() -> its.close(Ending.SILENT)));
        }
        for (Future<?> one : all) {
            one.get(10, SECONDS);
        }

        assertThat(ends).hasValue(1);
        assertThat(socket.closeCodes()).containsExactly(4408);
    }

    private Socket open(FakeSocket socket) {
        Socket its = new Lines(Runnable::run, now::get, new Settings())
                .open(socket.session(), (line, departure) -> ends.incrementAndGet(), () -> {});
        now.set(1_000_000_000);
        return its;
    }

    private static List<String> numbered(String name) {
        List<String> frames = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            frames.add(name + i);
        }
        return frames;
    }
}
