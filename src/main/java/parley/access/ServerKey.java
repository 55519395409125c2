package parley.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import parley.ops.Settings;

/**
 * The server's key: what is set, else what a file keeps, else one for this run. Never printed. A file that is set and
 * cannot be used stops the deployment with a sentence naming the property.
 */
@ApplicationScoped
public class ServerKey {

    private static final Logger LOG = System.getLogger(ServerKey.class.getName());

    private static final int LEAST = 32;

    private byte[] bytes;

    /** For the container's proxy. */
    ServerKey() {}

    /** The key by these settings. */
    @Inject
    public ServerKey(Settings settings) {
        this(settings, System.getProperty("user.home", ""));
    }

    ServerKey(Settings settings, String home) {
        bytes = settings.key()
                .map(String::strip)
                .orElseGet(() -> settings.keyFile().map(ServerKey::inFile).orElseGet(() -> inHome(home)))
                .getBytes(StandardCharsets.UTF_8);
    }

    void readAtStart(@Observes @Initialized(ApplicationScoped.class) Object startup) {
        // Being called is enough: the constructor has read it.
    }

    byte[] bytes() {
        return bytes.clone();
    }

    private static String inFile(Path file) {
        String key;
        try {
            key = KeyFile.read(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "parley.key.file must name a file that can be read or made, unlike " + file + " ("
                            + KeyFile.why(file, e) + ')',
                    e);
        }
        if (key.length() < LEAST) {
            throw new IllegalArgumentException(
                    "parley.key.file must name a file of at least " + LEAST + " characters, unlike " + file);
        }
        return key;
    }

    private static String inHome(String home) {
        try {
            Path file = Path.of(home, ".parley", "key");
            // Java says "?" where a user has no home; a key in the working directory would surprise.
            if (!file.isAbsolute()) {
                throw new IllegalArgumentException("the server's user has no home directory");
            }
            return inFile(file);
        } catch (IllegalArgumentException e) {
            LOG.log(
                    Level.WARNING,
                    "The server''s key cannot be kept, so that clients start anew after a restart; set parley.key.file: {0}",
                    e.getMessage());
            return KeyFile.newKey();
        }
    }
}
