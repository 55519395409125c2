package parley.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What an administrator may set, each as a system property ({@code parley.room.capacity}) or an environment variable
 * ({@code PARLEY_ROOM_CAPACITY}; {@code .} and {@code -} become {@code _}) or, where the server has it, by MicroProfile
 * Config. A wrong value stops the deployment with a sentence naming the property. Names, bounds and defaults are in
 * {@link Catalogue}.
 */
@ApplicationScoped
public class Settings {

    /** How many of the longest frames have to fit in a line, or a client that reads would seem not to. */
    private static final int FRAMES_AT_LEAST = 4;

    private final Map<String, Object> values = new HashMap<>();

    /** Reads the settings of this server. */
    public Settings() {
        this(Source.ofThisServer());
    }

    Settings(UnaryOperator<String> source) {
        Catalogue.all().forEach(property -> values.put(property.name(), property.in(source)));
        if (lineBytes() < FRAMES_AT_LEAST * frameLength()) {
            throw new IllegalArgumentException("parley.line.bytes must be at least " + FRAMES_AT_LEAST
                    + " times parley.frame.length, not " + lineBytes());
        }
    }

    /** These settings, by the names of the system properties, and else the defaults. */
    public static Settings of(Map<String, String> properties) {
        return new Settings(properties::get);
    }

    // Not the event Startup, here and elsewhere: TomEE 10 never fires it.
    void readAtStart(@Observes @Initialized(ApplicationScoped.class) Object startup) {
        // Being called is enough: the constructor has refused what is wrong.
    }

    /** The most peers in one room. In a mesh everybody sends to everybody. */
    public int roomCapacity() {
        return value(Catalogue.ROOM_CAPACITY);
    }

    /** The most that a page sends to all others together, in bits per second. */
    public int uplink() {
        return 1000 * value(Catalogue.UPLINK);
    }

    /** Pages of other origins that may connect, as {@code https://host:port}; none unless set. */
    public Set<String> origins() {
        return value(Catalogue.ORIGINS);
    }

    /** Whether a handshake without an Origin, which no browser sends, is refused; it is unless set otherwise. */
    public boolean originRequired() {
        return value(Catalogue.ORIGIN_REQUIRED);
    }

    /** The sites whose pages may embed ours, as {@code https://host:port}, besides our own; none unless set. */
    public Set<String> frameAncestors() {
        return value(Catalogue.FRAME_ANCESTORS);
    }

    /** The reverse proxies that are believed about the addresses of their clients; none unless set. */
    public Networks proxies() {
        return value(Catalogue.PROXIES);
    }

    /** Who may read the metrics; this computer alone unless set. */
    public Networks metricsFrom() {
        return value(Catalogue.METRICS_FROM);
    }

    /** The server's key as text of at least 32 characters, if it is set; not to be printed. */
    public Optional<String> key() {
        return Optional.ofNullable(value(Catalogue.KEY));
    }

    /** The file that keeps the server's key, if it is set. */
    public Optional<Path> keyFile() {
        return Optional.ofNullable(value(Catalogue.KEY_FILE));
    }

    /** The longest frame from a client in UTF-16 units. */
    public int frameLength() {
        return value(Catalogue.FRAME_LENGTH);
    }

    /** The most frames kept for one peer. */
    public int lineFrames() {
        return value(Catalogue.LINE_FRAMES);
    }

    /** The most that the frames kept for one peer hold, in bytes of UTF-8. */
    public int lineBytes() {
        return value(Catalogue.LINE_BYTES);
    }

    /** The same for all peers together, in bytes of UTF-8. */
    public int linesBytes() {
        return value(Catalogue.LINES_BYTES);
    }

    /** From the handshake to hello; whole seconds. */
    public Duration hello() {
        return Duration.ofSeconds(value(Catalogue.HELLO));
    }

    /** The messages that a connection may send each second in the long run. */
    public int messagesPerSecond() {
        return value(Catalogue.MESSAGES_RATE);
    }

    /** The messages that a connection may send at once after a pause. */
    public int messagesBurst() {
        return value(Catalogue.MESSAGES_BURST);
    }

    /** The most connections at a time. */
    public int connections() {
        return value(Catalogue.CONNECTIONS);
    }

    /** The most connections at a time from one address. */
    public int connectionsPerAddress() {
        return value(Catalogue.CONNECTIONS_OF_ADDRESS);
    }

    /** The most connections at a time of one signed-in user. */
    public int connectionsPerUser() {
        return value(Catalogue.CONNECTIONS_OF_USER);
    }

    /** The handshakes from one address each second, and ten times that at once. */
    public int connectionsPerSecond() {
        return value(Catalogue.CONNECTIONS_RATE);
    }

    /** The most places in rooms that one signed-in user has at a time. */
    public int roomsPerUser() {
        return value(Catalogue.ROOMS_OF_USER);
    }

    @SuppressWarnings("unchecked") // the property itself has put it there
    private <T> T value(Property<T> property) {
        return (T) values.get(property.name());
    }
}
