package parley.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Open Liberty with the configuration that administrators are given. */
final class OpenLiberty {

    private OpenLiberty() {}

    /** As {@link Distribution#command}. */
    static List<String> command(Path war, Path directory, int port, String contextRoot) throws IOException {
        Path home = Path.of(System.getProperty("openliberty.home"));
        Path server = Files.createDirectories(server(directory));
        Files.copy(Path.of("payara-config/openliberty.xml"), server.resolve("server.xml"));
        return List.of(
                "-javaagent:" + home.resolve("bin/tools/ws-javaagent.jar"),
                // What it needs opened, as its own script says it.
                "@" + home.resolve("lib/platform/java/java9.options"),
                "-jar",
                home.resolve("bin/tools/ws-server.jar").toString(),
                "parley",
                "--",
                "--http.port=" + port,
                "--https.port=-1",
                "--parley.war=" + war,
                "--parley.context-root=" + contextRoot);
    }

    /** Where its configuration is. */
    static Path server(Path directory) {
        return user(directory).resolve("servers/parley");
    }

    /** Where it looks for its servers: the value of {@code WLP_USER_DIR}. */
    static Path user(Path directory) {
        return directory.resolve("openliberty");
    }
}
