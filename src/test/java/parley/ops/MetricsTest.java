package parley.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private final Metrics metrics = new Metrics();

    @Test
    void what_is_shorter_than_a_second_has_buckets_too() {
        metrics.sawSomebody(Duration.ofMillis(800));
        metrics.measuredRtt(Duration.ofMillis(12));
        metrics.measuredLoss(0.015);

        assertThat(metrics.scrape())
                .contains(
                        "parley_call_setup_seconds_bucket{le=\"0.5\"} 0\n",
                        "parley_call_setup_seconds_bucket{le=\"1.0\"} 1\n",
                        "parley_call_setup_seconds_sum 0.8\n",
                        "parley_call_rtt_seconds_bucket{le=\"0.01\"} 0\n",
                        "parley_call_rtt_seconds_bucket{le=\"0.025\"} 1\n",
                        "parley_call_rtt_seconds_sum 0.012\n",
                        "parley_call_loss_ratio_bucket{le=\"0.01\"} 0\n",
                        "parley_call_loss_ratio_bucket{le=\"0.02\"} 1\n",
                        "parley_call_loss_ratio_sum 0.015\n");
    }

    @Test
    void every_counter_is_there_before_anything_has_happened() {
        assertThat(metrics.scrape())
                .contains(
                        "parley_frames_relayed_total{type=\"candidates\"} 0.0\n",
                        "parley_refusals_total{reason=\"no-such-peer\"} 0.0\n",
                        "parley_refusals_total{reason=\"too-often\"} 0.0\n",
                        "parley_resumes_total{outcome=\"new\"} 0.0\n",
                        "parley_ice_failures_total{kind=\"checking\"} 0.0\n");
    }

    @Test
    void the_most_of_a_line_is_that_of_the_fullest_one_for_whoever_reads_it() {
        metrics.lineHeld(7, 700);
        metrics.lineHeld(3, 9000);
        metrics.scrape();

        assertThat(metrics.scrape()).contains("parley_line_frames_max 7.0\n", "parley_line_bytes_max 9000.0\n");
    }
}
