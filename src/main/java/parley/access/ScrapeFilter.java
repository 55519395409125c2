package parley.access;

import inet.ipaddr.IPAddress;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import parley.ops.Scrape;
import parley.ops.Settings;

/** Who may read the metrics: the listed addresses. Anybody else is told 403 and nothing besides. */
@WebFilter(servletNames = Scrape.NAME, asyncSupported = true)
public class ScrapeFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient Refusals refusals = new Refusals(System::nanoTime);

    @Inject
    transient Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ClientAddress whose = new ClientAddress(settings.proxies());
        Optional<IPAddress> client = whose.undoubted(request);
        if (client.filter(settings.metricsFrom()::contain).isPresent()) {
            chain.doFilter(request, response);
        } else {
            refusals.tell(new Visitor(whose.of(request), null), "it may not read the metrics (parley.metrics.from)");
            // No error sent: containers would add a page of their own.
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
