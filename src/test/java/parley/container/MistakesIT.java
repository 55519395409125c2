package parley.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator finds in the log of the server whose Parley does not start. */
class MistakesIT {

    @TempDir
    Path directory;

    @Test
    void a_wrong_setting_stops_the_deployment_with_a_sentence_that_names_it() throws IOException {
        try (ServerProcess running = ServerProcess.startAt("/parley", directory, "-Dparley.room.capacity=0")) {
            assertThat(running.log()).contains("parley.room.capacity must be a whole number from 2 to 50, not \"0\"");
            assertThat(running.server().get("index.html").statusCode()).isGreaterThanOrEqualTo(400);
        }
    }

    @Test
    void a_key_that_cannot_be_kept_where_it_should_stops_the_deployment_too() throws IOException {
        String file = directory.resolve("log.txt").resolve("key").toString();
        try (ServerProcess running = ServerProcess.startAt("/parley", directory, "-Dparley.key.file=" + file)) {
            assertThat(running.log())
                    .contains("parley.key.file must name a file that can be read or made, unlike " + file
                            + " (its folder cannot be made)");
            assertThat(running.server().get("index.html").statusCode()).isGreaterThanOrEqualTo(400);
        }
    }

    @Test
    void a_port_that_another_program_uses_is_told() throws IOException {
        try (ServerSocket other = new ServerSocket(FreePort.next());
                ServerProcess running = ServerProcess.startOn(other.getLocalPort(), directory)) {
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(running.log())
                            .containsPattern(Distribution.tested().usedPort(other.getLocalPort())));
        }
    }
}
