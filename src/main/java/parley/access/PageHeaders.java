package parley.access;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.ops.Settings;

/** Tells the browser the {@link PagePolicy} with every answer, be it an error. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class PageHeaders extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** It is one file, script and all, and the only page of which that may be said. */
    private static final String TEACHING_PAGE = "/minimal.html";

    private static final Pattern SCRIPT = Pattern.compile("<script type=\"module\">(.*?)</script>", Pattern.DOTALL);

    @Inject
    transient Settings settings;

    private transient PagePolicy policy;
    private transient PagePolicy teaching;

    @Override
    public void init() throws ServletException {
        policy = PagePolicy.of(settings);
        teaching = PagePolicy.ofScript(hash(script()), settings);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        (TEACHING_PAGE.equals(path(request)) ? teaching : policy).tell(response);
        chain.doFilter(request, response);
    }

    /** The whole of it: for a file, Open Liberty calls it the path within a servlet whose own is empty. */
    private static String path(HttpServletRequest request) {
        return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    }

    private String script() throws ServletException {
        try (InputStream page = getServletContext().getResourceAsStream(TEACHING_PAGE)) {
            // As the browser's parser reads it, wherever it was checked out.
            String text = new String(page.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            Matcher script = SCRIPT.matcher(text);
            if (!script.find()) {
                throw new ServletException(TEACHING_PAGE + " has no script");
            }
            return script.group(1);
        } catch (IOException e) {
            throw new ServletException(e);
        }
    }

    /** As a source in a policy (CSP, "hash-source"). */
    private static String hash(String script) throws ServletException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new ServletException(e);
        }
    }
}
