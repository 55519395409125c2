package parley.access;

import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import parley.ops.Networks;

/** The hops that proxies have noted in headers, from the client to the last but one. */
final class Hops {

    /** Stands for a hop that cannot be read; so does any text that is no address. */
    private static final String UNREADABLE = "";

    /** A parameter and what separates it from the next (RFC 7239, section 4), lenient about unquoted colons. */
    private static final Pattern PARAMETER =
            Pattern.compile("\\s*([^\\s\",;=]++)=(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s\",;]*+))\\s*([,;]|$)");

    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]]*)\\](?::[0-9]{1,5})?");
    private static final Pattern WITH_PORT = Pattern.compile("([0-9.]+):[0-9]{1,5}");

    private Hops() {}

    static List<String> ofForwardedFor(List<String> headers) {
        return headers.stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    static List<String> ofForwarded(List<String> headers) {
        return headers.stream().flatMap(Hops::ofForwarded).toList();
    }

    /** The address of a hop, which may come with a port, and in brackets if it is IPv6. */
    static Optional<IPAddress> address(String hop) {
        Matcher matcher = BRACKETED.matcher(hop);
        if (matcher.matches()) {
            return Networks.address(matcher.group(1));
        }
        matcher = WITH_PORT.matcher(hop);
        return Networks.address(matcher.matches() ? matcher.group(1) : hop);
    }

    private static Stream<String> ofForwarded(String header) {
        List<String> hops = new ArrayList<>();
        String hop = UNREADABLE;
        Matcher matcher = PARAMETER.matcher(header);
        int end = 0;
        while (matcher.region(end, header.length()).lookingAt()) {
            if ("for".equalsIgnoreCase(matcher.group(1))) {
                hop = matcher.group(2) == null
                        ? matcher.group(3)
                        : matcher.group(2).replaceAll("\\\\(.)", "$1");
            }
            end = matcher.end();
            if (!";".equals(matcher.group(4))) {
                hops.add(hop);
                hop = UNREADABLE;
            }
            if (matcher.group(4).isEmpty()) {
                return hops.stream();
            }
        }
        // Where the quotes of the client's part and of the proxy's end cannot be told any more.
        return Stream.of(UNREADABLE);
    }
}
