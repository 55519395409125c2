package parley.access;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import parley.ops.Metrics;
import parley.ops.Refused;
import parley.ops.Settings;
import parley.ops.Stopping;

/**
 * What every handshake passes: refused are pages of other origins, addresses that connect too often and clients that do
 * not wait for the answer; the others go on as a {@link Visitor}. A filter, since {@code Configurator.checkOrigin} knows
 * the Origin but not the Host, and its refusal is a 404 on some containers. Says itself what {@link PageHeaders} says with
 * everything else: which of two filters comes first is each container's own choice.
 */
@WebFilter(
        // Some containers take a slash at the end for nothing.
        urlPatterns = {"/signal/*", "/relay/*"},
        asyncSupported = true)
public class HandshakeFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** RFC 9110, section 15.5.22, and RFC 6585, section 4; the Servlet API has no names for them. */
    private static final int UPGRADE_REQUIRED = 426;

    private static final int TOO_MANY_REQUESTS = 429;

    private final transient Refusals refusals = new Refusals(System::nanoTime);

    @Inject
    transient Event<Stopping> stopping;

    @Inject
    transient Settings settings;

    @Inject
    transient Admission admission;

    @Inject
    transient Metrics metrics;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            // Also what Payara makes of a handshake whose client speaks at once: it may pass here again, half recycled.
            // That is why the status is set, and no error sent: there is no buffer any more to reset.
            PagePolicy.of(settings).tell(response);
            response.setStatus(UPGRADE_REQUIRED);
            return;
        }
        Visitor visitor = visitor(request);
        if (speaksAlready(request)) {
            refuse(visitor, Refused.EARLY, "it speaks before it is answered", response);
            response.setHeader("Connection", "close");
            response.sendError(HttpServletResponse.SC_BAD_REQUEST, "wait for the answer");
            return;
        }
        if (!Origins.allow(Collections.list(request.getHeaders("Origin")), request.getHeader("Host"), settings)) {
            refuse(visitor, Refused.ORIGIN, "its page is of another origin", response);
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "origin not allowed");
            return;
        }
        Optional<Duration> wait = admission.handshake(visitor);
        if (wait.isPresent()) {
            refuse(visitor, Refused.TOO_OFTEN, "it connects too often", response);
            response.setHeader(
                    "Retry-After", String.valueOf(wait.get().plusMillis(999).toSeconds()));
            response.sendError(TOO_MANY_REQUESTS, "too many connections");
            return;
        }
        chain.doFilter(as(visitor, request), response);
    }

    /**
     * Whether the client has not waited for the answer, as it must (RFC 6455, section 4.1). No browser does so; but the
     * thread on which Payara opens a WebSocket that has been spoken to already waits for itself, and for ever: as many
     * such clients as it has threads would be the end of all service. To look here is enough: what comes later, it reads
     * later.
     */
    private static boolean speaksAlready(HttpServletRequest request) throws IOException {
        return request.getInputStream().available() > 0;
    }

    private void refuse(Visitor visitor, Refused reason, String why, HttpServletResponse response) {
        refusals.tell(visitor, why);
        metrics.refused(reason);
        PagePolicy.of(settings).tell(response);
    }

    private Visitor visitor(HttpServletRequest request) {
        String address = new ClientAddress(settings.proxies()).of(request);
        Principal user = request.getUserPrincipal();
        return new Visitor(address, user == null ? null : user.getName());
    }

    /** TomEE 10 fires no Shutdown; this comes before it closes the sockets. Elsewhere it may be said when all is done. */
    @Override
    public void destroy() {
        stopping.fire(new Stopping());
    }

    private static HttpServletRequest as(Visitor visitor, HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public Principal getUserPrincipal() {
                return visitor;
            }
        };
    }
}
