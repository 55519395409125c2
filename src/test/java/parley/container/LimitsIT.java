package parley.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with limits so tight that a test can reach them, behind a proxy that is this computer. */
class LimitsIT {

    private static final String PROXY = "127.0.0.1";
    private static final String STRANGER = "127.0.0.2";
    private static final int MANY = 100;
    private static final int PLACES = 12;
    private static final int PLACES_OF_ADDRESS = 4;

    @TempDir
    private static Path directory;

    private static ServerProcess running;
    private static Server server;

    private final List<Socket> sockets = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        running = ServerProcess.start(
                directory,
                "-Dparley.connections.per-second=1",
                "-Dparley.connections=" + PLACES,
                "-Dparley.connections.per-address=" + PLACES_OF_ADDRESS,
                "-Dparley.messages.per-second=5",
                "-Dparley.messages.burst=60",
                "-Dparley.frame.length=16384",
                "-Dparley.hello.seconds=2",
                "-Dparley.uplink.kilobits=1500",
                "-Dparley.proxies=" + PROXY,
                "-Dparley.metrics.from=192.0.2.0/24",
                "-Dparley.origin.required=false");
        server = running.server();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @AfterEach
    void everybodyLeaves() {
        sockets.forEach(Socket::close);
        sockets.forEach(Socket::closeCode);
    }

    @Test
    void it_is_the_client_behind_the_proxy_who_may_read_the_metrics() {
        // The rooms of the test before are gone soon.
        await().untilAsserted(() ->
                assertThat(server.from("192.0.2.7").get("metrics").body()).contains("parley_rooms 0.0"));
        assertThat(server.from("198.51.100.1").get("metrics").statusCode()).isEqualTo(403);
        assertThat(server.get("metrics").statusCode()).isEqualTo(403);
    }

    @Test
    void an_address_that_connects_too_often_is_told_to_wait_and_others_are_not() throws IOException {
        String ada = "Forwarded: for=\"[2001:db8::1]:4711\"";

        assertThat(connectUntilRefused(PROXY, ada)).isBetween(10, MANY - 1);

        try (Handshake refused = new Handshake(server.signal(), PROXY, ada)) {
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("Retry-After")).contains("1");
        }
        assertThat(status(PROXY, "Forwarded: for=\"[2001:db8::2]\"")).isEqualTo(101);
        assertThat(status(PROXY, "X-Forwarded-For: 2001:db8::1, 2001:db8::3")).isEqualTo(101);
        assertThat(running.log()).containsOnlyOnce("Refused a connection from 2001:db8::1: it connects too often");
    }

    @Test
    void only_the_proxy_is_believed() throws IOException {
        assertThat(connectUntilRefused(STRANGER, "X-Forwarded-For: 192.0.2.1")).isBetween(10, MANY - 1);

        assertThat(status(STRANGER, "X-Forwarded-For: 192.0.2.2")).isEqualTo(429);
        assertThat(status(PROXY, "X-Forwarded-For: 192.0.2.1")).isEqualTo(101);
    }

    @Test
    void without_an_origin_one_may_be_let_in_but_not_with_another() throws IOException {
        String client = "Forwarded: for=198.51.100.1";

        assertThat(status(PROXY, client)).isEqualTo(101);
        assertThat(status(PROXY, client, "Origin: " + server.origin())).isEqualTo(101);
        assertThat(status(PROXY, client, "Origin: null")).isEqualTo(403);
        assertThat(status(PROXY, client, "Origin: http://evil.example")).isEqualTo(403);
        assertThat(running.log())
                .containsOnlyOnce("Refused a connection from 198.51.100.1: its page is of another origin")
                .doesNotContain("evil.example");
    }

    @Test
    void who_floods_is_lost_to_the_others_at_once() {
        Caller ada = joined("192.0.2.10", "flood");
        Caller bob = joined("192.0.2.11", "flood");
        ada.expect("peer-joined");

        floodUntilClosed(bob, () -> bob.tell("{'type':'ping'}"));

        assertThat(bob.closeCode()).isEqualTo(4429);
        assertThatIsLost(bob, ada);
    }

    @Test
    void signs_of_life_are_messages_too() {
        Caller ada = joined("192.0.2.20", "pong");
        Caller bob = joined("192.0.2.21", "pong");
        ada.expect("peer-joined");

        floodUntilClosed(bob, bob::pong);

        assertThat(bob.closeCode()).isEqualTo(4429);
        assertThatIsLost(bob, ada);
    }

    @Test
    void a_refused_message_counts_as_ten() {
        Caller good = joined("192.0.2.30", "ten");
        for (int i = 0; i < 20; i++) {
            good.tellAndSettle("{'type':'state','audio':true,'video':true,'screen':true,'hand':true}");
        }
        Caller bad = greeted("192.0.2.31");
        int refused = 0;
        while (refused < MANY && !bad.isClosed()) {
            bad.tell("{'type':'leave'}");
            refused++;
            await().until(() -> bad.isClosed() || !bad.unheard().isEmpty());
            bad.forget();
        }

        assertThat(bad.closeCode()).isEqualTo(4429);
        assertThat(refused).isBetween(6, 10);
    }

    @Test
    void the_relay_has_the_same_limits() {
        Socket ada = relayed("192.0.2.40");
        Socket bob = relayed("192.0.2.40");
        Socket eve = relayed("192.0.2.40");

        floodUntilClosed(ada, () -> ada.say("flood"));
        assertThat(ada.closeCode()).isEqualTo(4429);
        floodUntilClosed(bob, bob::pong);
        assertThat(bob.closeCode()).isEqualTo(4429);
        eve.say("x".repeat(16_385));
        assertThat(eve.closeCode()).isEqualTo(1009);
    }

    @Test
    void one_connection_too_many_is_told_when_to_try_again_and_finds_the_place_of_who_has_left() {
        List<Caller> inside = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            inside.add(greeted("192.0.2.5" + i / PLACES_OF_ADDRESS));
        }

        assertThatIsTurnedAway("192.0.2.60");
        inside.get(0).close();
        await().untilAsserted(() -> greeted("192.0.2.61"));
        assertThatIsTurnedAway("192.0.2.62");
    }

    @Test
    void one_address_does_not_take_the_places_of_others() {
        for (int i = 0; i < PLACES_OF_ADDRESS; i++) {
            greeted("192.0.2.70");
        }

        assertThatIsTurnedAway("192.0.2.70");
        greeted("192.0.2.71");
    }

    @Test
    void how_much_a_page_may_send_is_told() {
        Caller ada = connected("192.0.2.81");
        ada.tell("{'type':'hello'}");

        assertThat(ada.expect("welcome").getJsonObject("limits").getInt("uplink"))
                .isEqualTo(1_500_000);
    }

    @Test
    void the_longest_frame_is_told_and_a_longer_one_is_the_end() {
        Caller ada = connected("192.0.2.80");
        ada.tell("{'type':'hello'}");
        assertThat(ada.expect("welcome").getJsonObject("limits").getInt("frame"))
                .isEqualTo(16_384);
        String ping = "{\"type\":\"ping\",\"x\":\"";

        ada.say(ping + "x".repeat(16_384 - ping.length() - 2) + "\"}");
        ada.expect("pong");
        ada.say(ping + "x".repeat(16_384 - ping.length() - 1) + "\"}");
        assertThat(ada.closeCode()).isEqualTo(1009);
    }

    @Test
    void hello_is_expected_as_soon_as_is_set() {
        Caller silent = connected("192.0.2.90");
        long before = System.nanoTime();

        assertThat(silent.closeCode()).isEqualTo(4408);
        assertThat((System.nanoTime() - before) / 1e9).isBetween(1.0, 4.5);
    }

    @Test
    void who_guesses_secrets_waits_and_nobody_else() throws IOException {
        String victim = greeted("192.0.2.100").id();
        int guesses = 0;
        while (guesses < MANY && guess(victim)) {
            guesses++;
        }

        assertThat(guesses).isBetween(2, 5);
        assertThat(status(PROXY, "X-Forwarded-For: 192.0.2.101")).isEqualTo(429);
        assertThat(status(PROXY, "X-Forwarded-For: 192.0.2.102")).isEqualTo(101);
    }

    /** False if it may not even connect. */
    private boolean guess(String victim) {
        try (Caller eve = Caller.connect(server.from("192.0.2.101"))) {
            eve.tell("{'type':'hello','resume':{'peer':'%s','secret':'guess','received':0}}", victim);
            JsonObject welcome = eve.expect("welcome");
            assertThat(welcome.getBoolean("resumed")).isFalse();
            assertThat(welcome.getJsonObject("peer").getString("id")).isNotEqualTo(victim);
            return true;
        } catch (CompletionException refused) {
            assertThat(refused).hasCauseInstanceOf(WebSocketHandshakeException.class);
            return false;
        }
    }

    private static void floodUntilClosed(Socket socket, Runnable word) {
        // A word on its way meets a socket that has just been closed.
        catchThrowable(() -> {
            for (int i = 0; i < MANY * 10 && !socket.isClosed(); i++) {
                word.run();
            }
        });
    }

    private static void assertThatIsLost(Caller caller, Caller witness) {
        JsonObject left = witness.expect("peer-left");
        assertThat(left.getString("id")).isEqualTo(caller.id());
        assertThat(left.getString("reason")).isEqualTo("lost");
    }

    private void assertThatIsTurnedAway(String address) {
        Caller caller = connected(address);
        JsonObject bye = caller.expect("bye");
        assertThat(bye.getString("reason")).isEqualTo("busy");
        assertThat(bye.getJsonNumber("retryAfter").doubleValue()).isBetween(10.0, 30.0);
        assertThat(caller.closeCode()).isEqualTo(1013);
        Socket atTheRelay = relayed(address);
        assertThat(atTheRelay.closeCode()).isEqualTo(1013);
        assertThat(atTheRelay.unheard()).isEmpty();
    }

    private Caller connected(String address) {
        return closedAfterwards(Caller.connect(server.from(address)));
    }

    private Caller greeted(String address) {
        return closedAfterwards(Caller.greet(server.from(address), "Somebody"));
    }

    private Caller joined(String address, String room) {
        return closedAfterwards(Caller.join(server.from(address), "Somebody", room));
    }

    private Socket relayed(String address) {
        return closedAfterwards(new Socket(
                server.relay("tutorial"),
                server.origin(),
                null,
                server.from(address).headers()));
    }

    private <T extends Socket> T closedAfterwards(T socket) {
        sockets.add(socket);
        return socket;
    }

    private static int connectUntilRefused(String from, String header) throws IOException {
        // Closed only afterwards: of a handshake whose client speaks at once, Payara may make two.
        List<Handshake> handshakes = new ArrayList<>();
        try {
            do {
                handshakes.add(new Handshake(server.signal(), from, header));
            } while (handshakes.size() <= MANY && last(handshakes).status() == 101);
            assertThat(last(handshakes).status()).isEqualTo(429);
            return handshakes.size() - 1;
        } finally {
            for (Handshake handshake : handshakes) {
                handshake.close();
            }
        }
    }

    private static Handshake last(List<Handshake> handshakes) {
        return handshakes.get(handshakes.size() - 1);
    }

    private static int status(String from, String... headers) throws IOException {
        try (Handshake handshake = new Handshake(server.signal(), from, headers)) {
            return handshake.status();
        }
    }
}
