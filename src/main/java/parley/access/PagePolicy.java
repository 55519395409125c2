package parley.access;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.ops.Settings;

/** What a browser is told that a page may do: load from here, talk to here, use camera and microphone, nothing else. */
final class PagePolicy {

    /**
     * Icons are masks, which count as images; {@code connect-src 'self'} covers WebSockets of the own origin (of the
     * browsers that the page runs on). Nothing is inline, and no form goes anywhere.
     */
    private static final List<String> CONTENT = List.of(
            "default-src 'none'",
            "style-src 'self'",
            "img-src 'self'",
            "media-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'none'");

    /** What a call uses, and a page that embeds it may pass on. */
    private static final List<String> USED = List.of(
            "autoplay",
            "camera",
            "clipboard-write",
            "display-capture",
            "fullscreen",
            "microphone",
            "picture-in-picture",
            "screen-wake-lock",
            "speaker-selection");

    /** What nothing here may ever ask for. */
    private static final List<String> UNUSED = List.of(
            "accelerometer",
            "geolocation",
            "gyroscope",
            "hid",
            "idle-detection",
            "magnetometer",
            "midi",
            "payment",
            "publickey-credentials-get",
            "serial",
            "usb",
            "xr-spatial-tracking");

    private static final String PERMISSIONS = Stream.concat(
                    USED.stream().map(feature -> feature + "=(self)"),
                    UNUSED.stream().map(feature -> feature + "=()"))
            .collect(Collectors.joining(", "));

    private final Map<String, String> headers;

    private PagePolicy(String scripts, Settings settings) {
        Stream<String> ancestors =
                Stream.concat(Stream.of("'self'"), new TreeSet<>(settings.frameAncestors()).stream());
        headers = Map.of(
                "Content-Security-Policy",
                Stream.concat(
                                CONTENT.stream(),
                                Stream.of(
                                        "script-src " + scripts,
                                        ancestors.collect(Collectors.joining(" ", "frame-ancestors ", ""))))
                        .collect(Collectors.joining("; ")),
                "Permissions-Policy",
                PERMISSIONS,
                "Referrer-Policy",
                "no-referrer",
                "X-Content-Type-Options",
                "nosniff",
                // Revalidated on every load, so that a new release is one release and not a mixture of two.
                "Cache-Control",
                "no-cache");
    }

    /** For pages whose scripts are files. */
    static PagePolicy of(Settings settings) {
        return new PagePolicy("'self'", settings);
    }

    /** For a page whose one script is in it. @param hash what it is known by (CSP, "hash-source") */
    static PagePolicy ofScript(String hash, Settings settings) {
        return new PagePolicy(hash, settings);
    }

    void tell(HttpServletResponse response) {
        headers.forEach(response::setHeader);
    }
}
