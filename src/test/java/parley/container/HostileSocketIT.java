package parley.container;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.line.Line;

/** Clients that break the rules of WebSocket, by the thousand, while two others talk and must not notice. */
class HostileSocketIT extends InServer {

    private static final int MOST_HEAP_GROWTH = 32 << 20;
    private static final String ONLY_BYSTANDERS = "2 lines, 1 rooms, 0 relayed";

    private final ExecutorService attackers = Executors.newFixedThreadPool(8);
    private Bystanders bystanders;
    private long heapBefore;

    private interface Attack {
        void on(RawSocket socket, Random random) throws IOException;
    }

    @BeforeEach
    void twoTalk() {
        Caller ada = joined("Ada", "calm");
        Caller bob = joined("Bob", "calm");
        ada.expect("peer-joined");
        bystanders = new Bystanders(ada, bob);
        heapBefore = server.usedHeap();
    }

    @AfterEach
    void nobodyWasDisturbed() throws InterruptedException {
        attackers.shutdownNow();
        // Who said hello and broke off, or did not read, keeps its place for a while.
        await().atMost(Line.GRACE.plusSeconds(15))
                .untilAsserted(() -> assertThat(server.remains()).isEqualTo(ONLY_BYSTANDERS));
        bystanders.end();
        assertThat(server.usedHeap() - heapBefore).as("bytes more on the heap").isLessThan(MOST_HEAP_GROWTH);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void who_breaks_the_rules_is_closed(String what, int times, Set<Integer> codes, Attack attack) throws Exception {
        assertThat(attack(times, attack)).hasSize(times).isSubsetOf(codes).anyMatch(code -> code != 1006);
    }

    static Stream<Arguments> who_breaks_the_rules_is_closed() {
        byte[][] noUtf8 = {
            {(byte) 0xC3, 0x28}, {(byte) 0xC0, (byte) 0x80}, {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, {(byte) 0xF8}
        };
        int[] noCodes = {0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65535};
        return Stream.of(
                attack(
                        "text that is no UTF-8",
                        1007,
                        (socket, random) ->
                                socket.write(Frames.masked(Frames.FIN | Frames.TEXT, noUtf8[random.nextInt(4)]))),
                attack("text that is no UTF-8 over two fragments", 1007, (socket, random) -> {
                    socket.write(Frames.masked(Frames.TEXT, new byte[] {'"', (byte) 0xE2, (byte) 0x82}));
                    socket.write(Frames.masked(Frames.FIN, new byte[] {'A', '"'}));
                }),
                attack(
                        "a reserved bit",
                        1002,
                        (socket, random) ->
                                socket.write(Frames.masked(0x81 | 0x10 << random.nextInt(3), "{}".getBytes(US_ASCII)))),
                attack(
                        "a reserved opcode",
                        1002,
                        (socket, random) -> socket.write(
                                Frames.masked(0x83 + random.nextInt(5) + 8 * random.nextInt(2), new byte[2]))),
                attack(
                        "a continuation of nothing",
                        1002,
                        (socket, random) -> socket.write(
                                Frames.masked(random.nextBoolean() ? 0x80 : 0, new byte[random.nextInt(9)]))),
                attack("a message within another", 1002, (socket, random) -> {
                    socket.write(Frames.masked(Frames.TEXT, "{".getBytes(US_ASCII)));
                    socket.write(Frames.masked(Frames.FIN | Frames.TEXT, "{}".getBytes(US_ASCII)));
                }),
                attack(
                        "a ping in parts",
                        1002,
                        (socket, random) -> socket.write(Frames.masked(Frames.PING, new byte[1]))),
                attack(
                        "a long ping",
                        1002,
                        (socket, random) -> socket.write(
                                Frames.masked(Frames.FIN | Frames.PING, new byte[126 + random.nextInt(900)]))),
                attack(
                        "a close of one byte",
                        1002,
                        (socket, random) -> socket.write(Frames.masked(Frames.FIN | Frames.CLOSE, new byte[1]))),
                attack(
                        "a close with a code that is none",
                        // Open Liberty overlooks some, and the connection ends by our deadline.
                        Distribution.tested() == Distribution.OPENLIBERTY ? Set.of(1002, 4408) : said(1002),
                        (socket, random) -> socket.write(Frames.close(noCodes[random.nextInt(noCodes.length)], ""))),
                attack(
                        "a close with a long reason",
                        1002,
                        (socket, random) -> socket.write(Frames.close(1000, "x".repeat(200)))),
                attack(
                        "a close with a reason that is no UTF-8",
                        // To Tomcat it is but one more frame that is wrong.
                        Distribution.tested() == Distribution.TOMEE ? 1002 : 1007,
                        (socket, random) -> socket.write(Frames.masked(
                                Frames.FIN | Frames.CLOSE, new byte[] {3, (byte) 0xE8, (byte) 0xC3, 0x28}))));
    }

    private static Arguments attack(String what, int code, Attack attack) {
        return attack(what, said(code), attack);
    }

    private static Set<Integer> said(int code) {
        // Tomcat closes a connection now and then, one in thousands, before its word has got through.
        return Distribution.tested() == Distribution.TOMEE ? Set.of(code, 1006) : Set.of(code);
    }

    private static Arguments attack(String what, Set<Integer> codes, Attack attack) {
        return arguments(what, 250, codes, attack);
    }

    @Test
    void a_frame_without_a_mask_harms_nobody() throws Exception {
        // Tyrus takes it, though it should not (RFC 6455, section 5.1); Undertow does not.
        assertThat(attack(
                        8,
                        (socket, random) ->
                                socket.write(Frames.join(Frames.header(0x81, 0, 8), "nonsense".getBytes(US_ASCII)))))
                .isSubsetOf(4408, 1002);
    }

    @Test
    void a_long_frame_that_is_announced_takes_no_memory() throws Exception {
        Queue<Long> lengths = new ConcurrentLinkedQueue<>(
                List.of(70_000L, 1L << 30, (long) Integer.MAX_VALUE, 1L << 32, Long.MAX_VALUE, -1L, Long.MIN_VALUE));
        assertThat(attack(lengths.size(), (socket, random) -> {
                    socket.write(Frames.join(
                            new byte[] {(byte) 0x81, (byte) 0xFF}, longBytes(lengths.remove()), new byte[4]));
                    socket.write(new byte[random.nextInt(60_000)]);
                    assertThat(server.usedHeap() - heapBefore)
                            .as("bytes more on the heap")
                            .isLessThan(MOST_HEAP_GROWTH);
                }))
                .isSubsetOf(1002, 1006, 4408, 1009, 1011);
    }

    @Test
    void fragments_without_end_are_cut_off() throws Exception {
        byte[] fragment = new byte[1_000];
        Arrays.fill(fragment, (byte) 'x');
        assertThat(attack(16, (socket, random) -> {
                    socket.write(Frames.masked(Frames.TEXT, fragment));
                    for (int i = 0; i < 2_000; i++) {
                        socket.write(Frames.masked(Frames.CONTINUATION, fragment));
                    }
                }))
                .isSubsetOf(1009, 1006);
    }

    @Test
    void empty_fragments_without_end_are_cut_off() throws Exception {
        assertThat(attack(8, (socket, random) -> {
                    socket.write(Frames.masked(Frames.TEXT, new byte[0]));
                    for (int i = 0; i < 50_000; i++) {
                        socket.write(Frames.masked(Frames.CONTINUATION, new byte[0]));
                    }
                }))
                // Open Liberty asks of nothing, too, whether it is UTF-8.
                .isSubsetOf(
                        Distribution.tested() == Distribution.OPENLIBERTY
                                ? Set.of(4408, 1006, 1007)
                                : Set.of(4408, 1006));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "nonsense", "pong"})
    void floods_are_cut_off(String kind) throws Exception {
        byte[] frame = switch (kind) {
            case "text" -> Frames.text("{\"type\":\"look\",\"room\":\"calm\"}");
            case "nonsense" -> Frames.text("nonsense");
            default -> Frames.masked(Frames.FIN | Frames.PONG, new byte[100]);
        };
        assertThat(attack(8, (socket, random) -> {
                    socket.say("{\"type\":\"hello\"}");
                    for (int i = 0; i < 3_000; i++) {
                        socket.write(frame);
                    }
                }))
                // Nor do they read what they are answered, and on a busy computer that is found out first.
                .isSubsetOf(4429, 4413, 1006);
    }

    @Test
    void pings_that_are_not_listened_to_harm_nobody() throws Exception {
        byte[] ping = Frames.masked(Frames.FIN | Frames.PING, new byte[125]);
        assertThat(attack(8, (socket, random) -> {
                    for (int i = 0; i < 20_000; i++) {
                        socket.write(ping);
                    }
                }))
                .isSubsetOf(4408, 1006);
    }

    @Test
    void who_breaks_off_at_any_byte_harms_nobody() throws Exception {
        byte[] whole = Frames.join(
                RawSocket.handshake(server.signal(), server.origin(), "parley.v1"),
                Frames.text("{\"type\":\"look\",\"room\":\"calm\"}"));
        List<Future<?>> ends = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            byte[] part = Arrays.copyOf(whole, 1 + i % whole.length);
            boolean reset = i % 3 > 0;
            ends.add(attackers.submit(() -> {
                try (RawSocket socket = new RawSocket(server.signal().getPort(), 0)) {
                    socket.write(part);
                    if (reset) {
                        socket.reset();
                    }
                }
                return null;
            }));
        }
        for (Future<?> end : ends) {
            end.get();
        }
    }

    @Test
    void a_thousand_connections_opened_and_dropped_leave_nothing() throws Exception {
        assertThat(attack(1_000, (socket, random) -> {
                    if (random.nextBoolean()) {
                        socket.reset();
                    }
                    socket.close();
                }))
                .containsOnly(1006);
    }

    @Test
    void who_never_answers_a_close_is_forgotten_all_the_same() throws Exception {
        List<RawSocket> open = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            open.add(new RawSocket(server));
        }
        for (RawSocket socket : open) {
            assertThat(socket.end()).isEqualTo(4408);
        }
        await().untilAsserted(() -> assertThat(server.remains()).isEqualTo(ONLY_BYSTANDERS));
        for (RawSocket socket : open) {
            socket.close();
        }
    }

    private static byte[] longBytes(long value) {
        return ByteBuffer.allocate(8).putLong(value).array();
    }

    /** Payara does not notice the end of some connections; those that never said hello end then after 5 seconds. */
    @Override
    Duration patience() {
        return Duration.ofSeconds(10);
    }

    /** Attacks from several threads; returns how the connections ended. */
    private List<Integer> attack(int times, Attack attack) throws Exception {
        List<Future<Integer>> ends = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Random random = new Random(i);
            ends.add(attackers.submit(() -> {
                try (RawSocket socket = new RawSocket(server)) {
                    return attack(socket, random, attack);
                }
            }));
        }
        List<Integer> codes = new ArrayList<>();
        for (Future<Integer> end : ends) {
            codes.add(end.get());
        }
        return codes;
    }

    private static int attack(RawSocket socket, Random random, Attack attack) throws IOException {
        try {
            attack.on(socket, random);
        } catch (SocketException e) {
            // The server had enough.
        }
        return socket.end();
    }
}
