package parley.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class StartAndStopIT {

    @TempDir
    Path directory;

    @Test
    void from_the_moment_that_clients_are_sent_away_a_server_that_stops_is_never_ready_again() throws IOException {
        try (ServerProcess running = ServerProcess.start(directory)) {
            Server server = running.server();
            // Payara has a health of its own at this path, but not for ours.
            assertThat(server.get("health/ready").body()).isEqualTo("{\"status\":\"UP\",\"checks\":[]}");
            Caller ada = Caller.join(server, "Ada", "standup");

            running.stop();

            await().pollInterval(Duration.ofMillis(5))
                    .until(() -> ada.isClosed() || !ada.unheard().isEmpty());
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> {
                        assertThat(isReady(server)).isFalse();
                        return !running.isAlive();
                    });
        }
    }

    /**
     * As a load balancer finds out, to which a server that does not answer is not ready either: each of them refuses
     * requests by itself soon. What Parley answers meanwhile DrainingIT looks at.
     */
    private static boolean isReady(Server server) {
        try {
            return server.get("health/ready").statusCode() == 200;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    @Test
    @DisabledIfSystemProperty(
            named = "tested.server",
            matches = "openliberty",
            disabledReason = "drops all connections before it tells the application that it stops")
    void a_server_that_stops_says_when_to_come_back_and_of_nobody_that_they_are_gone() throws IOException {
        try (ServerProcess running = ServerProcess.start(directory, "-Dparley.room.capacity=2")) {
            Server server = running.server();
            Caller ada = Caller.join(server, "Ada", "standup");
            Caller bob = Caller.join(server, "Bob", "standup");
            ada.expect("peer-joined");
            Caller eve = Caller.greet(server, "Eve");
            Socket tutorial = new Socket(server.relay("tutorial"), server.origin(), null);
            eve.tell("{'type':'join','room':'standup'}");
            eve.expectError("room-full", "join");

            running.stop();

            // WildFly closes all sockets before it tells the application that it stops.
            assertThat(List.of(ada, bob, eve))
                    .allSatisfy(
                            Distribution.tested() == Distribution.WILDFLY
                                    ? Farewell::assertThatIsClosedWithoutAWord
                                    : Farewell::assertThatIsToldToComeBack);
            Farewell.assertThatIsClosedWithoutAWord(tutorial);
        }
    }
}
