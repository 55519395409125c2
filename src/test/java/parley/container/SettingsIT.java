package parley.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Settings that are no system properties, of a server as administrators start it. */
class SettingsIT {

    @TempDir
    Path directory;

    @Test
    void what_is_in_the_environment_is_read() throws IOException {
        try (ServerProcess running = ServerProcess.start(Map.of("PARLEY_ROOM_CAPACITY", "3"), directory)) {
            assertThat(capacity(running)).isEqualTo(3);
        }
    }

    @Test
    @EnabledIfSystemProperty(
            named = "tested.server",
            matches = "openliberty",
            disabledReason = "only there the configuration has variables")
    void so_are_the_variables_that_the_example_for_open_liberty_promises() throws IOException {
        Matcher promised = Pattern.compile("<variable name=\"parley\\.room\\.capacity\" value=\"(\\d+)\"/>")
                .matcher(Files.readString(Path.of("payara-config/openliberty.xml")));
        assertThat(promised.find()).isTrue();
        Path added = Files.createDirectories(OpenLiberty.server(directory).resolve("configDropins/overrides"));
        Files.writeString(added.resolve("settings.xml"), "<server>" + promised.group() + "</server>");

        try (ServerProcess running = ServerProcess.start(directory)) {
            assertThat(capacity(running)).isEqualTo(Integer.parseInt(promised.group(1)));
        }
    }

    private static int capacity(ServerProcess running) throws IOException {
        try (Caller ada = Caller.greet(running.server(), "Ada")) {
            ada.tell("{'type':'join','room':'standup'}");
            return ada.expect("joined").getInt("capacity");
        }
    }
}
