package parley.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaterTest {

    private static final long MOMENT = 100_000_000;

    private final List<Runnable> threads = new ArrayList<>();
    private final List<Integer> done = new ArrayList<>();
    private long now;

    private final Later later = new Later(() -> now);

    @Test
    void however_much_there_is_it_takes_a_few_threads_and_no_more_than_there_is_to_do() {
        add(3);
        now = MOMENT;
        later.start(threads::add);
        assertThat(threads).hasSize(3);

        threads.clear();
        add(1_000);
        now = 2 * MOMENT;
        later.start(threads::add);
        assertThat(threads).hasSize(16);

        threads.get(0).run();
        assertThat(done).hasSize(1_003);
    }

    @Test
    void what_comes_in_between_waits_for_its_own_moment() {
        add(1);
        now = MOMENT / 2;
        add(1);

        now = MOMENT;
        startAndRun();
        assertThat(done).hasSize(1);

        now = MOMENT * 3 / 2;
        startAndRun();
        assertThat(done).hasSize(2);
    }

    @Test
    void one_that_blocks_holds_up_nobody() {
        later.add(() -> threads.get(1).run());
        add(10);
        now = MOMENT;
        later.start(threads::add);

        threads.get(0).run();

        assertThat(done).as("while the first was not done").hasSize(10);
    }

    @Test
    void one_that_fails_loses_none_of_the_others() {
        later.add(() -> {
            throw new IllegalStateException("failed");
        });
        add(10);
        now = MOMENT;
        later.start(threads::add);

        assertThatThrownBy(threads.get(0)::run).hasMessage("failed");
        threads.get(1).run();

        assertThat(done).hasSize(10);
    }

    @Test
    void at_the_end_all_is_taken_away_even_what_is_not_due() {
        add(2);
        assertThat(later.takeAll()).hasSize(2);
        assertThat(later.takeAll()).isEmpty();
    }

    private void add(int many) {
        for (int i = 0; i < many; i++) {
            later.add(() -> done.add(1));
        }
    }

    private void startAndRun() {
        later.start(threads::add);
        threads.forEach(Runnable::run);
        threads.clear();
    }
}
