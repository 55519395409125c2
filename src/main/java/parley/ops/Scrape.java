package parley.ops;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The metrics for Prometheus. Who may read them is for {@code parley.access} to say. */
@WebServlet(name = Scrape.NAME, urlPatterns = "/metrics")
public class Scrape extends HttpServlet {

    /** The name of the servlet, by which it is guarded whatever the path that leads to it looks like. */
    public static final String NAME = "metrics";

    private static final long serialVersionUID = 1L;

    @Inject
    transient Metrics metrics;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/plain; version=0.0.4; charset=utf-8");
        response.getWriter().print(metrics.scrape());
    }
}
