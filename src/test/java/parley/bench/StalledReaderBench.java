package parley.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URL;
import java.time.Duration;
import java.util.Arrays;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import parley.container.EightPeers;
import parley.container.Remains;
import parley.container.Server;

/** What one who does not read costs the others: rounds with and without, in turn, on one server. */
@ExtendWith(ArquillianExtension.class)
class StalledReaderBench {

    private static final int ROUNDS = 5;
    private static final int TURNS = 2_000;
    private static final int SIZE = 4_000;
    private static final double MOST = 1.2;

    @ArquillianResource
    private URL url;

    @Deployment(testable = false)
    static WebArchive war() {
        return Server.war();
    }

    @Test
    void who_does_not_read_costs_the_others_nothing() throws IOException {
        Server server = new Server(url);
        round(server, "warm-up", false);
        long heapBefore = server.usedHeap();
        double[] without = new double[ROUNDS];
        double[] with = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            without[i] = round(server, "all-read-" + i, false);
            with[i] = round(server, "one-stalls-" + i, true);
        }
        // Nobody ever answers for the eighth, whose place is kept for a while.
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(server.remains()).isEqualTo(Remains.NOTHING));
        long grown = server.usedHeap() - heapBefore;

        double ratio = median(with) / median(without);
        System.out.printf(
                "p99 of a turn among seven in ms: %.2f while all eight read %s, %.2f while one stalls %s; ratio %.2f; heap"
                        + " %+,d KiB%n",
                median(without), Arrays.toString(without), median(with), Arrays.toString(with), ratio, grown >> 10);
        assertThat(ratio).isLessThanOrEqualTo(MOST);
        assertThat(grown).isLessThan(16 << 20);
    }

    /** The 99th percentile of the turns of a round, in milliseconds. */
    private static double round(Server server, String room, boolean stalls) throws IOException {
        try (EightPeers peers = new EightPeers(server, room, stalls)) {
            long[] nanos = peers.exchange(TURNS, SIZE);
            Arrays.sort(nanos);
            return Math.round(nanos[TURNS * 99 / 100] / 1e4) / 1e2;
        }
    }

    private static double median(double... values) {
        return Arrays.stream(values).sorted().toArray()[values.length / 2];
    }
}
