package parley.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** What a server may still hold after a test: what it held before the first, and nothing of Parley's. */
final class NothingLeft {

    /**
     * Threads of Payara's, WildFly's and TomEE's own that they start when they first have to, and keep; the last ones
     * Payara Server starts when it is ready already.
     */
    private static final Pattern WHEN_NEEDED = Pattern.compile(
            "glassfish-web-async-thread-#|EE-ManagedExecutorService-default-Thread-#|managed-thread-#"
                    + "|concurrent/__defaultManagedExecutorService-managedThreadFactory-Thread-#"
                    + "|EventAdminAsyncThread ##|CM (Configuration Updater|Event Dispatcher)|Gogo shell|fileinstall-.+");

    private final Server server;
    private final List<String> threadsAtFirst;

    /** Notes what a server is like before anything has happened. */
    NothingLeft(Server server) {
        this.server = server;
        threadsAtFirst = threads();
    }

    /** Waits until all is gone, which may take so long. */
    void check(Duration patience) {
        await().atMost(patience).pollInterval(Duration.ofMillis(10)).untilAsserted(() -> {
            assertThat(server.remains()).isEqualTo(Remains.NOTHING);
            assertThat(server.get("test/connections").body())
                    .as("connections that are counted")
                    .isEqualTo("0");
            assertThat(server.get("test/kept").body())
                    .as("bytes kept for clients")
                    .isEqualTo("0");
            assertThat(server.get("test/busy").body()).as("threads in Parley").isEmpty();
            assertThat(threads()).as("threads that were not there before").isSubsetOf(threadsAtFirst);
        });
    }

    private List<String> threads() {
        return server.get("test/threads")
                .body()
                .lines()
                .filter(name -> !WHEN_NEEDED.matcher(name).matches())
                .toList();
    }
}
