package parley.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import parley.container.ServerProcess;

/** One server for all browser tests, started by the first and stopped after the last: each has rooms of its own. */
final class SharedServer implements BeforeAllCallback {

    /** The site that may embed the page. */
    static final String FRIEND = "http://intranet.test";

    private static URI page;

    @Override
    public void beforeAll(ExtensionContext context) {
        // The store closes what can be closed.
        context.getRoot()
                .getStore(Namespace.create(SharedServer.class))
                .getOrComputeIfAbsent(ServerProcess.class, key -> start());
    }

    /** Where the page is: below a context root, since nothing may rely on "/". */
    static URI page() {
        return page;
    }

    private static ServerProcess start() {
        try {
            Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "browser-server-");
            ServerProcess running = ServerProcess.startAt(
                    "/parley",
                    directory,
                    "-Dparley.connections.per-second=100000",
                    "-Dparley.messages.burst=1500",
                    "-Dparley.frame-ancestors=" + FRIEND);
            page = running.server().page();
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
