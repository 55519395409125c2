package parley.access;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import parley.ops.Settings;

/**
 * Refuses the handshake to pages of other origins. A filter, since {@code Configurator.checkOrigin} knows the Origin
 * but not the Host, and its refusal is a 404 on some containers.
 */
@WebFilter(
        urlPatterns = {"/signal", "/relay/*"},
        asyncSupported = true)
public class OriginFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(OriginFilter.class.getName());

    @Inject
    private transient Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String origin = request.getHeader("Origin");
        if (Origins.allow(origin, request.getHeader("Host"), settings.origins())) {
            chain.doFilter(request, response);
        } else {
            LOG.log(
                    Level.INFO,
                    "Refused a connection from {0}: its page is of another origin",
                    request.getRemoteAddr());
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "origin not allowed");
        }
    }
}
