package parley.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeIT extends InServer {

    private static final String HERE = "127.0.0.1";

    /** Payara Micro has 200 for its requests, unless it is told otherwise. */
    private static final int MORE_THAN_THREADS = 220;

    @Test
    void an_endpoint_knows_the_address_of_each_connection() throws IOException {
        URI uri = server.relay("test/who-am-i");
        String origin = "Origin: " + server.origin();
        try (Handshake ada = new Handshake(uri, HERE, origin);
                Handshake bob = new Handshake(uri, "127.0.0.2", origin);
                Handshake eve =
                        new Handshake(uri, HERE, origin, "X-Forwarded-For: 192.0.2.1", "Forwarded: for=192.0.2.1")) {
            assertThat(bob.text()).isEqualTo("127.0.0.2 null");
            assertThat(ada.text()).isEqualTo(HERE + " null");
            assertThat(eve.text()).as("whom nobody trusts").isEqualTo(HERE + " null");
        }
    }

    @Test
    void who_asks_for_a_page_is_told_to_ask_for_a_websocket() {
        assertThat(server.get("signal").statusCode()).isEqualTo(426);
        assertThat(server.get("signal/").statusCode()).isEqualTo(426);
    }

    @Test
    void look_alikes_of_the_origin_are_refused_the_handshake() throws IOException {
        String own = server.origin();
        int port = server.signal().getPort();
        List<List<String>> refused = List.of(
                List.of(),
                List.of(""),
                List.of("null"),
                List.of(own.toUpperCase(Locale.ROOT)),
                List.of("http://LOCALHOST:" + port),
                List.of("http://localhost:" + (port + 1)),
                List.of("http://localhost"),
                List.of(own + "0"),
                List.of(own + ".evil.example"),
                List.of("http://localhost.:" + port),
                List.of("http://localhost:" + port + "@evil.example"),
                List.of("http://user@localhost:" + port),
                List.of(own + "/"),
                List.of(own + ", http://evil.example"),
                List.of(own, "http://evil.example"),
                List.of("http://evil.example", own),
                List.of(own, own));

        for (List<String> origins : refused) {
            assertThat(status(server.signal(), origins)).as("%s", origins).isEqualTo(403);
            assertThat(status(server.relay("tutorial"), origins))
                    .as("%s", origins)
                    .isEqualTo(403);
        }
        assertThat(status(server.signal(), List.of(own))).isEqualTo(101);
        assertThat(status(server.relay("tutorial"), List.of(own))).isEqualTo(101);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void who_speaks_before_the_handshake_is_answered_takes_no_thread_away(boolean inOnePacket) throws IOException {
        byte[] handshake = RawSocket.handshake(server.signal(), server.origin(), "parley.v1");
        byte[] frame = Frames.text("nonsense");
        List<RawSocket> open = new ArrayList<>();
        try {
            Set<String> answers = new HashSet<>();
            for (int i = 0; i < MORE_THAN_THREADS; i++) {
                RawSocket socket = new RawSocket(server.signal().getPort(), 0);
                open.add(socket);
                if (inOnePacket) {
                    socket.write(Frames.join(handshake, frame));
                } else {
                    socket.write(handshake);
                    socket.write(frame);
                }
                answers.add(new String(socket.in().readNBytes(12), StandardCharsets.US_ASCII));
            }

            // Other servers do not show it what has come already, nor need they.
            boolean payara = EnumSet.of(Distribution.PAYARA_MICRO, Distribution.PAYARA_SERVER)
                    .contains(Distribution.tested());
            assertThat(answers)
                    .isSubsetOf(
                            payara && inOnePacket ? Set.of("HTTP/1.1 400") : Set.of("HTTP/1.1 400", "HTTP/1.1 101"));
            assertThat(server.get("health/live").statusCode()).isEqualTo(200);
        } finally {
            for (RawSocket socket : open) {
                socket.close();
            }
        }
    }

    /** Who is gone at once may be missed; a connection without a hello ends after 5 seconds. */
    @Override
    Duration patience() {
        return Duration.ofSeconds(10);
    }

    private static int status(URI uri, List<String> origins) throws IOException {
        String[] headers = origins.stream().map(origin -> "Origin: " + origin).toArray(String[]::new);
        try (Handshake handshake = new Handshake(uri, HERE, headers)) {
            return handshake.status();
        }
    }
}
