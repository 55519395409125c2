package parley.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with limits so tight that a test can reach them, behind a proxy that is this computer. */
class LimitsIT {

    private static final String PROXY = "127.0.0.1";
    private static final String STRANGER = "127.0.0.2";
    private static final int MANY = 100;

    @TempDir
    private static Path directory;

    private static Payara payara;
    private static Server server;

    @BeforeAll
    static void start() throws IOException {
        payara = Payara.start(
                directory,
                "-Dparley.connections.per-second=1",
                "-Dparley.proxies=" + PROXY,
                "-Dparley.origin.required=false");
        server = payara.server();
    }

    @AfterAll
    static void stop() {
        payara.close();
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
        assertThat(payara.log()).containsOnlyOnce("Refused a connection from 2001:db8::1: it connects too often");
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
        assertThat(payara.log())
                .containsOnlyOnce("Refused a connection from 198.51.100.1: its page is of another origin")
                .doesNotContain("evil.example");
    }

    private static int connectUntilRefused(String from, String header) throws IOException {
        int connections = 0;
        while (connections < MANY && status(from, header) == 101) {
            connections++;
        }
        return connections;
    }

    private static int status(String from, String... headers) throws IOException {
        try (Handshake handshake = new Handshake(server.signal(), from, headers)) {
            return handshake.status();
        }
    }
}
