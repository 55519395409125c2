package parley.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells the browser what the pages may do: load from here, talk to here, use camera and microphone, nothing else. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class PageHeaders extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; media-src 'self' blob: mediastream:;"
                    + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    /** The teaching page is one file, script and all; it shows nothing that anybody else has written. */
    private static final String TEACHING_PAGE = "/minimal.html";

    private static final String TEACHING_POLICY = POLICY + "; script-src 'self' 'unsafe-inline'";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean teaching = TEACHING_PAGE.equals(request.getServletPath());
        response.setHeader("Content-Security-Policy", teaching ? TEACHING_POLICY : POLICY);
        response.setHeader("Permissions-Policy", "camera=(self), microphone=(self), display-capture=(self)");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        // Revalidated on every load, so that a new release is one release and not a mixture of two.
        response.setHeader("Cache-Control", "no-cache");
        chain.doFilter(request, response);
    }
}
