package parley.access;

import inet.ipaddr.IPAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import parley.ops.Networks;

/** Whose handshake it is: the other end of the TCP connection, or whom trusted proxies name. Asks no DNS. */
final class ClientAddress {

    private static final String FORWARDED = "Forwarded";
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    /** By which proxies give themselves away. */
    private static final List<String> OF_PROXIES =
            List.of(FORWARDED, FORWARDED_FOR, "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

    private final Networks proxies;

    /** As these proxies tell it. */
    ClientAddress(Networks proxies) {
        this.proxies = proxies;
    }

    /**
     * The client's address, written as RFC 5952 says.
     *
     * @param peer the other end of the TCP connection
     * @param forwarded the {@code Forwarded} headers (RFC 7239), in order
     * @param forwardedFor the {@code X-Forwarded-For} headers, in order
     */
    String of(String peer, List<String> forwarded, List<String> forwardedFor) {
        Optional<IPAddress> address = Networks.address(peer);
        return address.map(it -> behind(it, forwarded, forwardedFor).toCanonicalString())
                .orElse(peer);
    }

    /** The address of the client that makes this request. */
    String of(HttpServletRequest request) {
        return of(request.getRemoteAddr(), headers(request, FORWARDED), headers(request, FORWARDED_FOR));
    }

    /**
     * The same, unless it is in doubt: nothing if the request was forwarded and the way back does not lead over listed
     * proxies to somebody who is none. A proxy on this very computer would else make everybody seem to be this computer.
     */
    Optional<IPAddress> undoubted(HttpServletRequest request) {
        Optional<IPAddress> address = Networks.address(of(request));
        if (OF_PROXIES.stream().allMatch(name -> request.getHeader(name) == null)) {
            return address;
        }
        return address.filter(it -> !proxies.contain(it))
                .filter(it -> Networks.address(request.getRemoteAddr())
                        .filter(proxies::contain)
                        .isPresent());
    }

    private static List<String> headers(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }

    private IPAddress behind(IPAddress peer, List<String> forwarded, List<String> forwardedFor) {
        if (forwarded.isEmpty()) {
            return walk(peer, Hops.ofForwardedFor(forwardedFor));
        }
        IPAddress standard = walk(peer, Hops.ofForwarded(forwarded));
        // A proxy that writes one of them passes the other one on as the client has forged it.
        return forwardedFor.isEmpty() || standard.equals(walk(peer, Hops.ofForwardedFor(forwardedFor)))
                ? standard
                : peer;
    }

    /** From the right, each proxy telling the one before it; what is left of the first stranger anybody may have written. */
    private IPAddress walk(IPAddress peer, List<String> hops) {
        IPAddress current = peer;
        for (int i = hops.size() - 1; i >= 0 && proxies.contain(current); i--) {
            Optional<IPAddress> before = Hops.address(hops.get(i));
            if (before.isEmpty()) {
                return current;
            }
            current = before.get();
        }
        return current;
    }
}
