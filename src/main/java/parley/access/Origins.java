package parley.access;

import java.util.Set;

/**
 * Which pages may open a WebSocket here (RFC 6455, section 10.2). A browser connects across origins without asking
 * and sends the user's cookies along; only the Origin header tells whose page it is.
 */
final class Origins {

    private Origins() {}

    /**
     * Whether the origin is the server's own or one of the allowed.
     *
     * @param origin the header, exactly as it came; null if there was none
     * @param host the Host header: what the browser believes to talk to
     * @param allowed other origins, as browsers send them
     */
    static boolean allow(String origin, String host, Set<String> allowed) {
        if (origin == null || host == null) {
            return false;
        }
        // The scheme is left out: behind a proxy that ends TLS this server sees http where the browser sees https.
        return origin.equals("https://" + host) || origin.equals("http://" + host) || allowed.contains(origin);
    }
}
