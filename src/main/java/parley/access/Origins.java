package parley.access;

import java.util.List;
import parley.ops.Settings;

/**
 * Which pages may open a WebSocket here (RFC 6455, section 10.2). A browser connects across origins without asking
 * and sends the user's cookies along; only the Origin header tells whose page it is.
 */
final class Origins {

    private Origins() {}

    /**
     * Whether the origin is the server's own, one of the allowed, or none where none is required.
     *
     * @param origins the Origin headers, exactly as they came
     * @param host the Host header: what the browser believes to talk to
     */
    static boolean allow(List<String> origins, String host, Settings settings) {
        if (origins.isEmpty()) {
            return !settings.originRequired();
        }
        return origins.size() == 1
                && (isOwn(origins.get(0), host) || settings.origins().contains(origins.get(0)));
    }

    private static boolean isOwn(String origin, String host) {
        // Browsers write both in lower case and never with a user; a Host that is odd proves nothing.
        return host != null
                && host.matches("[a-z0-9._\\-\\[\\]:]+")
                // The scheme is left out: behind a proxy that ends TLS this server sees http where the browser sees
                // https.
                && (origin.equals("https://" + host) || origin.equals("http://" + host));
    }
}
