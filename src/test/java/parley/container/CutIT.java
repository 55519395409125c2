package parley.container;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import parley.container.CuttingProxy.Cut;
import parley.container.CuttingProxy.Direction;
import parley.container.CuttingProxy.Manner;
import parley.container.CuttingProxy.Share;
import parley.line.Line;

/** Connections that are cut wherever they can be: nobody may miss a frame, hear one twice, or hear them in disorder. */
@TestMethodOrder(OrderAnnotation.class)
class CutIT extends InServer {

    private static final int BURST = 30;

    /** A place to cut, and whose connection. */
    private record Case(String peer, Cut cut) {}

    private static int runs;

    @Test
    @Order(1)
    void a_call_of_three_is_the_same_with_a_connection_cut_at_any_frame() throws IOException {
        Map<String, List<String>> expected = new HashMap<>();
        List<Case> cases = new ArrayList<>();
        Map<String, CuttingProxy> uncut = proxies(ThreePeers.NAMES, null);
        try (ThreePeers peers = peers(uncut)) {
            peers.call();
            expected.putAll(peers.heard());
            uncut.forEach((name, proxy) -> everyCut(proxy).forEach(cut -> cases.add(new Case(name, cut))));
        }
        assertThat(expected.values()).allSatisfy(heard -> assertThat(heard).hasSizeGreaterThanOrEqualTo(13));
        // Cuts in a handshake first: the peers that are left behind are forgotten while the others run.
        cases.sort(comparing(each -> each.cut().first()));

        for (Case each : cases) {
            Map<String, CuttingProxy> proxies = proxies(List.of(each.peer()), each.cut());
            try (ThreePeers peers = peers(proxies)) {
                peers.call();
                await(each.toString())
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> proxies.get(each.peer()).cuts() == 1);
                peers.settle();
                assertThat(peers.heard()).as(each.toString()).isEqualTo(expected);
                assertThat(peers.resumed()).as(each.toString()).doesNotContain(false);
            }
        }
        System.out.println(cases.size() + " calls, each cut in another place");
        assertThat(cases).hasSizeGreaterThanOrEqualTo(400).doesNotHaveDuplicates();
    }

    @Test
    @Order(2)
    void bursts_arrive_once_and_in_order_however_often_all_connections_are_cut() throws IOException {
        int bursts = 0;
        int cuts = 0;
        for (int every = 4; every <= 34; every += 5) {
            List<Cut> kinds = new ArrayList<>(everyKind(Direction.TO_SERVER, every, every));
            kinds.addAll(everyKind(Direction.TO_CLIENT, every, every));
            for (Cut cut : kinds) {
                Map<String, CuttingProxy> proxies = proxies(ThreePeers.NAMES, cut);
                try (ThreePeers peers = peers(proxies)) {
                    peers.burst(BURST);
                    assertThat(peers.heard()).as(cut.toString()).allSatisfy(CutIT::assertAllArrived);
                    assertThat(peers.resumed()).as(cut.toString()).doesNotContain(false);
                }
                bursts++;
                cuts += proxies.values().stream().mapToInt(CuttingProxy::cuts).sum();
            }
        }
        System.out.println(bursts + " bursts, " + cuts + " cuts");
        assertThat(bursts).isEqualTo(56);
        assertThat(cuts).isGreaterThan(1_000);
    }

    private static List<Cut> everyCut(CuttingProxy uncut) {
        List<Cut> cuts = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            for (int frame = 0; frame < uncut.frames(direction); frame++) {
                cuts.addAll(everyKind(direction, frame, 0));
            }
        }
        return cuts;
    }

    private static List<Cut> everyKind(Direction direction, int first, int every) {
        List<Cut> cuts = new ArrayList<>();
        for (Share share : Share.values()) {
            for (Manner manner : Manner.values()) {
                cuts.add(new Cut(direction, first, every, share, manner));
            }
        }
        return cuts;
    }

    /** Once, at the end: see {@link #inTheEndEverythingIsGone}. */
    @Override
    void everythingIsGoneWhenEverybodyIs() {}

    /**
     * A client whose welcome was cut off cannot come back to the peer that it was, whose place is kept all the same.
     * Payara, moreover, does not notice the end of some connections; then 45 seconds pass before the grace begins.
     */
    @AfterAll
    static void inTheEndEverythingIsGone() {
        nothingLeft.check(Duration.ofSeconds(45).plus(Line.GRACE).plusSeconds(5));
    }

    private static void assertAllArrived(String name, List<String> heard) {
        for (String from : ThreePeers.NAMES) {
            String offer = "{\"type\":\"offer\",\"from\":\"" + from + "\",\"sdp\":\"%d\"}";
            assertThat(heard)
                    .filteredOn(frame -> frame.contains("\"from\":\"" + from + "\""))
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, from.equals(name) ? 0 : BURST)
                            .mapToObj(offer::formatted)
                            .toList());
        }
    }

    private Map<String, CuttingProxy> proxies(List<String> names, Cut cut) throws IOException {
        Map<String, CuttingProxy> proxies = new HashMap<>();
        for (String name : names) {
            proxies.put(name, new CuttingProxy(server.signal().getPort(), cut));
        }
        return proxies;
    }

    private ThreePeers peers(Map<String, CuttingProxy> proxies) {
        return new ThreePeers(server, proxies, "cut-" + runs++);
    }
}
