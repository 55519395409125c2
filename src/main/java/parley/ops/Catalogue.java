package parley.ops;

import static parley.ops.Property.flag;
import static parley.ops.Property.number;
import static parley.ops.Property.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that may be set, in the order in which documents list it. What each means: {@link Settings}. */
final class Catalogue {

    private static final List<Property<?>> LISTED = new ArrayList<>();

    static final Property<Integer> ROOM_CAPACITY = listed(number("parley.room.capacity", 8, 2, 50));
    static final Property<Set<String>> ORIGINS = listed(text(
            "parley.origins",
            Set.of(),
            "list origins as a browser sends them (https://intranet.example:8443), separated by commas",
            Catalogue::origins));
    static final Property<Boolean> ORIGIN_REQUIRED = listed(flag("parley.origin.required", true));
    static final Property<Set<String>> FRAME_ANCESTORS = listed(text(
            "parley.frame-ancestors",
            Set.of(),
            "list origins as a browser names them (https://intranet.example:8443), separated by commas",
            Catalogue::origins));
    static final Property<Networks> PROXIES = listed(text(
            "parley.proxies",
            Networks.NONE,
            "list addresses or blocks of them (192.0.2.7, 2001:db8::/64), separated by commas",
            Networks::parse));
    static final Property<Networks> METRICS_FROM = listed(text(
                    "parley.metrics.from",
                    Networks.LOOPBACK,
                    "list addresses or blocks of them (192.0.2.7, 2001:db8::/64), separated by commas",
                    Networks::parse)
            .shownAs("127.0.0.0/8, ::1"));
    static final Property<String> KEY = listed(text(
                    "parley.key",
                    (String) null,
                    "have at least 32 characters",
                    text -> Optional.of(text).filter(key -> key.strip().length() >= 32))
            .neverPrinted());
    static final Property<Path> KEY_FILE = listed(
            text("parley.key.file", (Path) null, "name a file", Catalogue::file).shownAs("~/.parley/key"));
    static final Property<Integer> FRAME_LENGTH = listed(number("parley.frame.length", 65_536, 16_384, 262_144));
    static final Property<Integer> LINE_FRAMES = listed(number("parley.line.frames", 512, 256, 65_536));
    static final Property<Integer> LINE_BYTES = listed(number("parley.line.bytes", 1_048_576, 262_144, 67_108_864));
    static final Property<Integer> LINES_BYTES =
            listed(number("parley.lines.bytes", 268_435_456, 67_108_864, 999_999_999));
    static final Property<Integer> HELLO = listed(number("parley.hello.seconds", 5, 1, 45));
    static final Property<Integer> MESSAGES_RATE = listed(number("parley.messages.per-second", 50, 1, 100_000));
    static final Property<Integer> MESSAGES_BURST = listed(number("parley.messages.burst", 500, 10, 1_000_000));
    static final Property<Integer> CONNECTIONS = listed(number("parley.connections", 10_000, 1, 1_000_000));
    static final Property<Integer> CONNECTIONS_OF_ADDRESS =
            listed(number("parley.connections.per-address", 500, 1, 1_000_000));
    static final Property<Integer> CONNECTIONS_OF_USER =
            listed(number("parley.connections.per-user", 20, 1, 1_000_000));
    static final Property<Integer> CONNECTIONS_RATE = listed(number("parley.connections.per-second", 20, 1, 100_000));
    static final Property<Integer> ROOMS_OF_USER = listed(number("parley.rooms.per-user", 10, 1, 1_000_000));

    private Catalogue() {}

    static List<Property<?>> all() {
        return Collections.unmodifiableList(LISTED);
    }

    private static <T> Property<T> listed(Property<T> property) {
        LISTED.add(property);
        return property;
    }

    private static Optional<Set<String>> origins(String text) {
        Set<String> origins =
                Arrays.stream(text.split(",", -1)).map(String::strip).collect(Collectors.toUnmodifiableSet());
        return Optional.of(origins)
                .filter(all -> all.stream().allMatch(origin -> origin.matches("https?://[a-z0-9.\\-\\[\\]:]+")));
    }

    private static Optional<Path> file(String text) {
        // A shell leaves the ~ behind -Dparley.key.file= alone.
        String file = text.startsWith("~/") ? System.getProperty("user.home") + text.substring(1) : text;
        try {
            return Optional.of(Path.of(file)).filter(path -> !text.isBlank());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
