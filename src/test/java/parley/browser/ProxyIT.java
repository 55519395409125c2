package parley.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import parley.container.Caller;
import parley.container.Handshake;
import parley.container.Server;
import parley.container.ServerProcess;
import parley.run.MadeCertificate;

/** Parley behind nginx, with the configuration in {@code payara-config}: TLS, and another path than the server's own. */
@EnabledIfSystemProperty(
        named = "tested.server",
        matches = "payara-micro",
        disabledReason = "a call is the same before any server; ProxiedPathsIT looks at what is not")
class ProxyIT extends BrowserTest {

    /** Shorter than in the configuration, but longer, by ten seconds for a busy computer, than a client may be silent unasked. */
    private static final Duration TIMEOUT = Duration.ofSeconds(35);

    private static final String FORGED = "X-Forwarded-For: 192.0.2.1";
    private static final int MANY = 100;

    private static MadeCertificate certificate;
    private static ServerProcess running;
    private static Nginx nginx;
    private static Server proxied;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        certificate = MadeCertificate.in(folder);
        running = ServerProcess.startAt(
                "/parley", folder, "-Dparley.proxies=127.0.0.1", "-Dparley.connections.per-second=1");
        nginx = Nginx.start(folder, running.server().page(), certificate, TIMEOUT.toSeconds() + "s");
        proxied = new Server(
                nginx.page(),
                HttpClient.newBuilder().sslContext(certificate.trusted()).build());
    }

    @AfterAll
    static void stop() {
        nginx.close();
        running.close();
    }

    @Test
    void two_pages_call_each_other_through_it_and_its_timeout_takes_no_silent_connection_for_a_dead_one() {
        List<URI> asked = new ArrayList<>();
        Person ada = person("Ada");
        ada.page.onRequest(request -> asked.add(URI.create(request.url())));
        ada.page.onWebSocket(socket -> asked.add(URI.create(socket.url())));
        ada.joins("proxied");
        Person grace = person("Grace").joins("proxied");
        Media.flowsTo(ada, 1);
        Media.flowsTo(grace, 1);

        List<Long> welcomes = welcomes();
        try (Caller silent = Caller.join(proxied, "Linus", "silent")) {
            await().atMost(TIMEOUT.multipliedBy(2))
                    .during(TIMEOUT.plusSeconds(2))
                    .until(() -> !silent.isClosed());
            silent.expectNothing();
        }

        Media.flowsTo(ada, 1);
        Media.flowsTo(grace, 1);
        assertThat(welcomes()).as("connections").isEqualTo(welcomes);
        assertThat(people).allSatisfy(person -> assertThat(person.errors()).isEmpty());
        assertThat(asked).hasSizeGreaterThan(20).allMatch(url -> url.getPath().startsWith("/meet/"));
    }

    @Test
    void a_page_of_another_origin_is_refused_by_the_address_that_it_really_has() throws IOException {
        assertThat(status("127.0.0.2", "Origin: " + proxied.origin())).isEqualTo(101);
        assertThat(status("127.0.0.2", "Origin: https://evil.example", FORGED, "Forwarded: for=192.0.2.1"))
                .isEqualTo(403);
        assertThat(status("127.0.0.2", "Origin: https://localhost")).isEqualTo(403);
        assertThat(status("127.0.0.2")).as("without an origin").isEqualTo(403);

        assertThat(running.log())
                .contains("Refused a connection from 127.0.0.2: its page is of another origin")
                .doesNotContain("192.0.2.1");
    }

    @Test
    void who_connects_too_often_is_told_to_wait_and_nobody_else_behind_the_same_proxy() throws IOException {
        int connected = 0;
        int status = 101;
        while (connected < MANY && status == 101) {
            // As somebody who gives out to be somebody else each time.
            status = status("127.0.0.3", "Origin: " + proxied.origin(), "X-Forwarded-For: 192.0.2." + connected);
            connected++;
        }

        assertThat(status).isEqualTo(429);
        assertThat(connected).isGreaterThan(5);
        assertThat(status("127.0.0.4", "Origin: " + proxied.origin())).isEqualTo(101);
    }

    private List<Long> welcomes() {
        return people.stream().map(person -> person.timesHeard("welcome")).toList();
    }

    private static int status(String from, String... headers) throws IOException {
        try (Handshake handshake =
                new Handshake(certificate.trusted().getSocketFactory(), proxied.signal(), from, headers)) {
            return handshake.status();
        }
    }

    @Override
    String address() {
        return nginx.page().toString();
    }
}
