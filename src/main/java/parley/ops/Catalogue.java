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

/** Everything that may be set, with its type, default, unit and meaning, in the order in which documents list it. */
final class Catalogue {

    private static final String ORIGINS_TYPE = "origins, separated by commas";
    private static final String NETWORKS_TYPE = "addresses or blocks of them, separated by commas";
    private static final String NETWORKS_MUST =
            "list addresses or blocks of them (192.0.2.7, 2001:db8::/64), separated by commas";

    private static final List<Property<?>> LISTED = new ArrayList<>();

    static final Property<Integer> ROOM_CAPACITY = listed(
            number("parley.room.capacity", 8, 2, 50, "people", "The most in one room. Everybody sends to everybody."));
    static final Property<Integer> UPLINK = listed(number(
            "parley.uplink.kilobits",
            4000,
            500,
            100_000,
            "kbit/s",
            "The most that a page sends to all others together. Sound is sent even if it alone is more."));
    static final Property<Set<String>> ORIGINS = listed(text(
            "parley.origins",
            ORIGINS_TYPE,
            Set.of(),
            "list origins as a browser sends them (https://intranet.example:8443), separated by commas",
            "Other sites whose pages may connect, as browsers name them: `https://intranet.example`.",
            Catalogue::origins));
    static final Property<Boolean> ORIGIN_REQUIRED = listed(flag(
            "parley.origin.required", true, "`false` lets in clients that send no `Origin`: programs, never a page."));
    static final Property<Set<String>> FRAME_ANCESTORS = listed(text(
            "parley.frame-ancestors",
            ORIGINS_TYPE,
            Set.of(),
            "list origins as a browser names them (https://intranet.example:8443), separated by commas",
            "Other sites whose pages may embed Parley in a frame: `https://intranet.example`. See below.",
            Catalogue::origins));
    static final Property<Networks> PROXIES = listed(text(
            "parley.proxies",
            NETWORKS_TYPE,
            Networks.NONE,
            NETWORKS_MUST,
            "The reverse proxies in front of Parley: `192.0.2.7, 2001:db8::/64`. See below.",
            Networks::parse));
    static final Property<Networks> METRICS_FROM = listed(text(
                    "parley.metrics.from",
                    NETWORKS_TYPE,
                    Networks.LOOPBACK,
                    NETWORKS_MUST,
                    "Who may read the [metrics](WATCHING.md); this computer alone unless set. See below.",
                    Networks::parse)
            .shownAs("127.0.0.0/8, ::1"));
    static final Property<String> KEY = listed(text(
                    "parley.key",
                    "text of at least 32 characters",
                    (String) null,
                    "have at least 32 characters",
                    "The server's key; secret. See below.",
                    text -> Optional.of(text).filter(key -> key.strip().length() >= 32))
            .neverPrinted());
    static final Property<Path> KEY_FILE = listed(text(
                    "parley.key.file",
                    "file",
                    (Path) null,
                    "name a file",
                    "What keeps the key if `parley.key` is not set.",
                    Catalogue::file)
            .shownAs("~/.parley/key"));
    static final Property<Integer> FRAME_LENGTH = listed(
            number("parley.frame.length", 65_536, 16_384, 262_144, "UTF-16 units", "The longest message of a client."));
    static final Property<Integer> LINE_FRAMES = listed(number(
            "parley.line.frames",
            512,
            256,
            65_536,
            "messages",
            "The most that are kept for one client until it confirms them."));
    static final Property<Integer> LINE_BYTES = listed(number(
            "parley.line.bytes",
            1_048_576,
            262_144,
            67_108_864,
            "bytes",
            "The most that these may hold; at least four times `parley.frame.length`."));
    static final Property<Integer> LINES_BYTES = listed(number(
            "parley.lines.bytes",
            268_435_456,
            67_108_864,
            999_999_999,
            "bytes",
            "The most that the messages kept for all clients together may hold. When there are more, the server stops"
                    + " keeping sent messages until they are confirmed: calls go on, but who loses the connection joins"
                    + " anew, and who does not read is closed as soon as a second message has to wait."));
    static final Property<Integer> HELLO = listed(number(
            "parley.hello.seconds",
            5,
            1,
            45,
            "seconds",
            "How long a client may take from its connection to its hello."));
    static final Property<Integer> MESSAGES_RATE = listed(number(
            "parley.messages.per-second",
            50,
            1,
            100_000,
            "messages",
            "How many a connection may send each second in the long run."));
    static final Property<Integer> MESSAGES_BURST = listed(number(
            "parley.messages.burst",
            500,
            10,
            1_000_000,
            "messages",
            "How many it may send at once after a pause. A refused message counts as ten. A client that comes back may"
                    + " have 400 to say at once: with less, it might be thrown out for that."));
    static final Property<Integer> CONNECTIONS =
            listed(number("parley.connections", 10_000, 1, 1_000_000, "connections", "The most at a time."));
    static final Property<Integer> CONNECTIONS_OF_ADDRESS = listed(number(
            "parley.connections.per-address",
            500,
            1,
            1_000_000,
            "connections",
            "The most from one address at a time."));
    static final Property<Integer> CONNECTIONS_OF_USER = listed(number(
            "parley.connections.per-user",
            20,
            1,
            1_000_000,
            "connections",
            "The most of one user at a time, if the server signs users in."));
    static final Property<Integer> CONNECTIONS_RATE = listed(number(
            "parley.connections.per-second",
            20,
            1,
            100_000,
            "connections",
            "New ones each second from one address in the long run; ten times as many at once after a pause."));
    static final Property<Integer> ROOMS_OF_USER = listed(number(
            "parley.rooms.per-user",
            10,
            1,
            1_000_000,
            "rooms",
            "The most that one user is in at a time, each device counted, if the server signs users in."));

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
                .filter(all -> all.stream().allMatch(origin -> origin.matches("https?://[a-z0-9._\\-\\[\\]:]+")));
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
