package parley.ops;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Whether the server lives, and whether clients should be sent to it, in the format of MicroProfile Health: 200 and UP, or
 * 503 and DOWN. It is alive as long as it answers at all. A servlet, since not every web profile has MicroProfile; Payara,
 * which maps {@code /health/*} itself in the application at "/", gives way to these exact paths.
 */
@WebServlet({Health.LIVE, Health.READY})
public class Health extends HttpServlet {

    static final String LIVE = "/health/live";
    static final String READY = "/health/ready";

    private static final long serialVersionUID = 1L;

    @Inject
    transient Readiness readiness;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean up = LIVE.equals(request.getServletPath()) || !readiness.draining();
        response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.getWriter().print("{\"status\":\"" + (up ? "UP" : "DOWN") + "\",\"checks\":[]}");
    }
}
