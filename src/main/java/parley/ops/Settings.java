package parley.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What an administrator may set, each as a system property ({@code parley.room.capacity}) or an environment variable
 * ({@code PARLEY_ROOM_CAPACITY}). A wrong value stops the deployment with a sentence naming the property.
 */
@ApplicationScoped
public class Settings {

    private static final String CAPACITY = "parley.room.capacity";
    private static final String ORIGINS = "parley.origins";

    private int roomCapacity;
    private Set<String> origins;

    /** Reads the settings of this server. */
    public Settings() {
        this(Settings::lookUp);
    }

    Settings(UnaryOperator<String> source) {
        roomCapacity = capacity(source.apply(CAPACITY));
        origins = origins(source.apply(ORIGINS));
    }

    void readAtStart(@Observes Startup startup) {
        // Being called is enough: the constructor has refused what is wrong.
    }

    /** The most peers in one room, 2 to 50; 8 unless set. In a mesh everybody sends to everybody. */
    public int roomCapacity() {
        return roomCapacity;
    }

    /** Pages of other origins that may connect, as {@code https://host:port}; none unless set. */
    public Set<String> origins() {
        return origins;
    }

    private static int capacity(String value) {
        if (value == null) {
            return 8;
        }
        if (!value.matches("\\d{1,2}") || Integer.parseInt(value) < 2 || Integer.parseInt(value) > 50) {
            throw new IllegalArgumentException(CAPACITY + " must be a whole number from 2 to 50, not \"" + value + '"');
        }
        return Integer.parseInt(value);
    }

    private static Set<String> origins(String value) {
        if (value == null) {
            return Set.of();
        }
        return Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .peek(Settings::requireOrigin)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void requireOrigin(String origin) {
        if (!origin.matches("https?://[a-z0-9.\\-\\[\\]:]+")) {
            throw new IllegalArgumentException(ORIGINS
                    + " must list origins as a browser sends them (https://intranet.example:8443), separated by"
                    + " commas, not \"" + origin + '"');
        }
    }

    private static String lookUp(String name) {
        String value = System.getProperty(name);
        return value != null
                ? value
                : System.getenv(name.toUpperCase(Locale.ROOT).replace('.', '_'));
    }
}
