package parley.container;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The server under test, as it is found from outside. */
public final class Server {

    static final HttpClient HTTP = HttpClient.newHttpClient();

    /** A server that stops may take a connection and never answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final URI base;
    private final HttpClient client;
    private final Map<String, String> headers;

    /** The server at the URL that Arquillian injects. */
    public Server(URL url) {
        this(URI.create(url.toString()), HTTP, Map.of());
    }

    /** The server whose page is there, and whom it may trust is for the client to know. */
    public Server(URI page, HttpClient client) {
        this(page, client, Map.of());
    }

    private Server(URI base, HttpClient client, Map<String, String> headers) {
        this.base = base;
        this.client = client;
        this.headers = headers;
    }

    /** The same server as a client of another address sees it, through a proxy that is this computer. */
    Server from(String address) {
        return new Server(base, client, Map.of("X-Forwarded-For", address));
    }

    /** Who asks. */
    public HttpClient client() {
        return client;
    }

    /** What a request has to say besides. */
    Map<String, String> headers() {
        return headers;
    }

    /** The WAR as it was built. */
    public static WebArchive built() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("parley.war")));
    }

    /** The WAR as it was built, with {@link Remains} and {@link WhoAmI}. */
    public static WebArchive war() {
        return built().addClasses(Remains.class, WhoAmI.class);
    }

    /** Where the page is, with a slash at the end. */
    public URI page() {
        return base;
    }

    /** The origin of the page. */
    public String origin() {
        return base.getScheme() + "://" + base.getAuthority();
    }

    /** Where {@code parley.v1} is spoken. */
    public URI signal() {
        return webSocket("signal");
    }

    /** A room of the verbatim relay. */
    public URI relay(String room) {
        return webSocket("relay/" + room);
    }

    /** What is left behind, {@link Remains#NOTHING} if all is well. */
    public String remains() {
        return get("test/remains").body();
    }

    /** What is in use of its heap after the garbage was collected, in bytes. */
    public long usedHeap() {
        return Long.parseLong(get("test/heap").body());
    }

    /** What it answers to a request for a path below that of the page. */
    public HttpResponse<String> get(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        headers.forEach(builder::header);
        HttpRequest request = builder.build();
        try {
            try {
                return client.send(request, BodyHandlers.ofString());
            } catch (IOException e) {
                // Payara closes a connection that was idle for 30 seconds, maybe just as the client uses it again.
                return client.send(request, BodyHandlers.ofString());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI webSocket(String path) {
        return URI.create(base.resolve(path).toString().replaceFirst("http", "ws"));
    }
}
