package parley.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import parley.line.Line;

class StalledReaderIT extends InServer {

    private static final int TURNS = 2_000;

    @Test
    void seven_go_on_talking_while_the_eighth_reads_nothing() throws IOException {
        long heapBefore = server.usedHeap();
        try (EightPeers peers = new EightPeers(server, "stalled", true)) {
            assertThat(peers.exchange(TURNS)).hasSize(TURNS);

            assertThat(server.usedHeap() - heapBefore)
                    .as("bytes more on the heap")
                    .isLessThan(16 << 20);
            assertThat(peers.endOfTheEighth()).isIn(4413, 1006);
        }
    }

    /** The place of the eighth is kept. */
    @Override
    Duration patience() {
        return Line.GRACE.plusSeconds(10);
    }
}
