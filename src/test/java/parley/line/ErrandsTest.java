package parley.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import parley.access.Logged;

class ErrandsTest {

    private static final long MOMENT = 100_000_000;

    private final List<String> done = new ArrayList<>();
    private boolean full;
    private long now;

    private final Errands errands = new Errands(
            errand -> {
                if (full) {
                    throw new RejectedExecutionException("full");
                }
                errand.run();
            },
            () -> now);

    @Test
    void what_is_to_be_done_later_is_done_a_moment_later_and_is_no_lack_of_threads() {
        List<String> warnings = Logged.by(Errands.class, () -> {
            errands.later(() -> done.add("later"));
            now = MOMENT - 1;
            errands.retry();
            assertThat(done).isEmpty();

            now = MOMENT;
            errands.retry();
            errands.retry();
        });

        assertThat(done).containsExactly("later");
        assertThat(warnings).isEmpty();
    }

    @Test
    void a_lack_of_threads_is_told_once_while_it_lasts_and_nothing_is_lost() {
        errands.later(() -> done.add("later"));
        now = MOMENT;
        full = true;
        assertThat(Logged.by(Errands.class, () -> {
                    errands.execute(() -> done.add("first"));
                    errands.execute(() -> done.add("second"));
                    errands.retry();
                    errands.retry();
                }))
                .containsExactly("WARNING The container has no thread to lend; trying again: full");

        full = false;
        errands.retry();
        assertThat(done).containsExactly("first", "second", "later");

        full = true;
        assertThat(Logged.by(Errands.class, () -> errands.execute(() -> done.add("third"))))
                .hasSize(1);
    }

    @Test
    void where_every_other_is_refused_it_is_told_once_a_retry() {
        assertThat(Logged.by(Errands.class, () -> {
                    for (int i = 0; i < 10; i++) {
                        full = !full;
                        errands.execute(() -> done.add("errand"));
                    }
                }))
                .hasSize(1);

        errands.retry();
        assertThat(done).hasSize(10);
    }
}
