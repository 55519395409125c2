package parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {

    private final Sample odd = new Sample(List.of(9.0, 1.0, 2.0));
    private final Sample even = new Sample(List.of(4.0, 1.0, 2.0, 8.0));

    @Test
    void the_median_is_in_the_middle_or_between_the_two_that_are() {
        assertThat(odd.median()).isEqualTo(2);
        assertThat(even.median()).isEqualTo(3);
    }

    @Test
    void a_ratio_is_taken_round_for_round() {
        assertThat(odd.dividedBy(new Sample(List.of(3.0, 1.0, 4.0))).values()).containsExactly(3.0, 1.0, 0.5);
    }

    @Test
    void a_difference_is_too() {
        assertThat(odd.minus(even).values()).containsExactly(5.0, 0.0, 0.0);
    }

    @Test
    void it_is_written_with_its_spread() {
        assertThat(odd.written("%.1f")).isEqualTo("2.0 (1.0–9.0)");
        assertThat(new Sample(List.of(2.0)).written("%.0f")).isEqualTo("2");
    }
}
