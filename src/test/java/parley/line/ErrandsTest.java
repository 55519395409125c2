package parley.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ErrandsTest {

    private final Logger log = Logger.getLogger(Errands.class.getName());
    private final List<String> warnings = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private boolean full;

    private final Errands errands = new Errands(errand -> {
        if (full) {
            throw new RejectedExecutionException("full");
        }
        errand.run();
    });

    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            warnings.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        log.addHandler(handler);
        log.setUseParentHandlers(false);
    }

    @AfterEach
    void stopListening() {
        log.removeHandler(handler);
        log.setUseParentHandlers(true);
    }

    @Test
    void what_is_to_be_done_later_is_done_with_the_next_retry_and_is_no_lack_of_threads() {
        errands.later(() -> done.add("later"));
        assertThat(done).isEmpty();

        errands.retry();
        errands.retry();

        assertThat(done).containsExactly("later");
        assertThat(warnings).isEmpty();
    }

    @Test
    void a_lack_of_threads_is_told_once_while_it_lasts_and_nothing_is_lost() {
        errands.later(() -> done.add("later"));
        full = true;
        errands.execute(() -> done.add("first"));
        errands.execute(() -> done.add("second"));
        errands.retry();
        errands.retry();
        assertThat(warnings).hasSize(1);

        full = false;
        errands.retry();
        assertThat(done).containsExactly("later", "first", "second");

        full = true;
        errands.execute(() -> done.add("third"));
        assertThat(warnings).hasSize(2);
    }

    @Test
    void where_every_other_is_refused_it_is_told_once_a_retry() {
        for (int i = 0; i < 10; i++) {
            full = !full;
            errands.execute(() -> done.add("errand"));
        }
        assertThat(warnings).hasSize(1);

        errands.retry();
        assertThat(done).hasSize(10);
    }
}
