package parley.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class StalledReaderIT extends InServer {

    private static final int TURNS = 1_000;
    private static final int SIZE = 50_000;

    /** Less than the eighth is sent, more than is kept for the seven, who confirm nothing. */
    private static final int MOST_HEAP_GROWTH = 32 << 20;

    @Test
    void seven_go_on_talking_while_the_eighth_reads_nothing() throws IOException {
        try (EightPeers warmUp = new EightPeers(server, "warm-up", false)) {
            warmUp.exchange(TURNS / 10, SIZE);
        }
        long heapBefore = server.usedHeap();
        try (EightPeers peers = new EightPeers(server, "stalled", true)) {
            assertThat(peers.exchange(TURNS, SIZE)).hasSize(TURNS);

            assertThat(server.usedHeap() - heapBefore)
                    .as("bytes more on the heap")
                    .isLessThan(MOST_HEAP_GROWTH);
            assertThat(peers.endOfTheEighth()).isIn(4413, 1006);
            // Coming back anew it gives up its place, for whose end we need not wait then.
            assertThat(peers.eighthIsBack(connected()).getBoolean("resumed")).isFalse();
        }
    }
}
