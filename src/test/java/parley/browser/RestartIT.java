package parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.container.Caller;
import parley.container.ServerProcess;

/** A server that is killed in the middle of a call, and started again. */
class RestartIT extends BrowserTest {

    private static final String CONNECTIONS = "() => window.connections.map((it) => it.connectionState).join()";

    /** One more picture, as of a shared screen. */
    private static final String SHARE = """
            () => {
              const canvas = document.createElement('canvas');
              const context = canvas.getContext('2d');
              setInterval(() => context.fillRect(Math.random() * 300, Math.random() * 150, 9, 9), 50);
              const stream = canvas.captureStream(20);
              window.connections.at(-1).addTrack(stream.getVideoTracks()[0], stream);
            }
            """;

    private static ServerProcess running;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        running = ServerProcess.start(folder);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    /** The test before may have failed while it was down. */
    @BeforeEach
    void comeBack() throws Exception {
        if (!isReachable()) {
            running.kill();
            running.startAgain();
            Awaitility.await().atMost(Duration.ofMinutes(3)).until(this::isReachable);
        }
    }

    @Test
    void a_call_does_not_notice_that_its_server_is_killed_and_started_again() throws Exception {
        Person ada = person("Ada").joins("restart");
        Person grace = person("Grace").joins("restart");
        List<Person> both = List.of(ada, grace);
        Media.flowsTo(ada, 1);
        Media.flowsTo(grace, 1);
        both.forEach(Media::watch);
        List<Object> tiles =
                List.of(ada.tileOf("Grace").elementHandle(), grace.tileOf("Ada").elementHandle());
        long offers = offers(both);

        running.kill();
        for (Person person : both) {
            assertThat(person.page.getByText("Reconnecting…")).isVisible();
        }
        Media.frames(ada, 1, 100);
        running.startAgain();
        CompletableFuture<Instant> reachable = CompletableFuture.supplyAsync(this::whenAStrangerIsWelcomed);
        both.forEach(person -> person.page.waitForCondition(() -> person.timesHeard("joined") == 2, patience(180)));

        assertThat(Duration.between(reachable.join(), Instant.now())).isLessThan(Duration.ofSeconds(3));
        for (Person person : both) {
            assertThat(person.page.getByText("Reconnecting…")).hasCount(0);
            Media.frames(person, 1, 60);
            assertThat(Media.longestStandstill(person)).isLessThan(2000);
            assertThat(person.page.evaluate(CONNECTIONS)).isEqualTo("connected");
        }
        assertThat(offers(both)).isEqualTo(offers);
        assertThat((Boolean) ada.page.evaluate("(tile) => tile.isConnected", tiles.get(0)))
                .isTrue();
        assertThat((Boolean) grace.page.evaluate("(tile) => tile.isConnected", tiles.get(1)))
                .isTrue();

        grace.page.evaluate(SHARE);
        Media.videos(ada, 2);
        Person linus = person("Linus").joins("restart");
        Media.flowsTo(linus, 2);
    }

    @Test
    void what_is_turned_on_while_there_is_no_server_is_seen_when_there_is_one() throws Exception {
        Person ada = person("Ada").joins("pending");
        Person grace = person("Grace").opens("pending");
        grace.button("Turn camera off").click();
        grace.button("Join").click();
        Media.isHeardBy(ada, 1);
        Media.flowsTo(grace, 1);

        running.kill();
        assertThat(grace.page.getByText("Reconnecting…")).isVisible();
        grace.button("Turn camera on").click();
        ada.button("Mute").click();
        running.startAgain();
        grace.page.waitForCondition(this::isReachable, patience(120));

        Media.videos(ada, 1);
        assertThat(ada.tileOf("Grace").locator(".avatar")).hasCount(0);
        assertThat(grace.tileOf("Ada").getByText("Muted:")).hasCount(1);
        for (Person person : List.of(ada, grace)) {
            assertThat(person.page.evaluate(CONNECTIONS)).isEqualTo("connected");
        }
    }

    @Test
    void who_leaves_while_there_is_no_server_is_gone_and_not_back_when_there_is_one() throws Exception {
        Person ada = person("Ada").joins("gone");
        Person grace = person("Grace").joins("gone");
        Person linus = person("Linus").joins("gone");
        Media.flowsTo(ada, 2);

        running.kill();
        assertThat(ada.page.getByText("Reconnecting…")).isVisible();
        grace.page.close();
        assertThat(ada.tileOf("Grace")).hasCount(0);
        running.startAgain();
        ada.page.waitForCondition(this::isReachable, patience(120));

        assertThat(ada.page.getByText("Reconnecting…")).hasCount(0);
        assertThat(linus.page.getByText("Reconnecting…")).hasCount(0);
        Media.frames(ada, 1, 30);
        assertThat(ada.tileOf("Grace")).hasCount(0);
        assertThat(ada.tileOf("Linus")).isVisible();
    }

    @Override
    String address() {
        try {
            return running.server().page().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long offers(List<Person> people) {
        return people.stream().mapToLong(person -> person.timesSaid("offer")).sum();
    }

    /** Tries ten times a second to reach the server. */
    private Instant whenAStrangerIsWelcomed() {
        Awaitility.await().atMost(Duration.ofMinutes(3)).ignoreExceptions().until(() -> {
            try (Caller stranger = Caller.greet(running.server(), "Stranger")) {
                return stranger.id() != null;
            }
        });
        return Instant.now();
    }

    private boolean isReachable() {
        try {
            URI page = running.server().page();
            HttpURLConnection request = (HttpURLConnection) page.toURL().openConnection();
            return request.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static Page.WaitForConditionOptions patience(int seconds) {
        return new Page.WaitForConditionOptions().setTimeout(seconds * 1000.0);
    }
}
