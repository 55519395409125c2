package parley.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageIT extends InServer {

    @ParameterizedTest
    @ValueSource(strings = {"", "index.html", "lib/lit-html.js", "lib/icons/mic.svg"})
    void what_a_browser_loads_says_what_pages_may_do(String path) {
        HttpResponse<String> response = server.get(path);
        HttpHeaders headers = response.headers();

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'")
                        .doesNotContain("unsafe", "http:", "https:", "*"));
        assertThat(headers.firstValue("Permissions-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("camera=(self)", "microphone=(self)", "display-capture=(self)"));
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Cache-Control")).contains("no-cache");
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThat(server.get("nothing/here.js").statusCode()).isEqualTo(404);
        assertThat(server.get("WEB-INF/beans.xml").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"null", "https://evil.example", "http://localhost", "http://localhost.evil.example"})
    void pages_of_other_origins_are_refused_the_handshake(String origin) {
        assertThatIsForbidden(server.signal(), origin, "parley.v1");
        assertThatIsForbidden(server.relay("tutorial"), origin, null);
    }

    private static void assertThatIsForbidden(URI uri, String origin, String protocol) {
        assertThatThrownBy(() -> new Socket(uri, origin, protocol))
                .hasCauseInstanceOf(WebSocketHandshakeException.class)
                .satisfies(e -> assertThat(((WebSocketHandshakeException) e.getCause())
                                .getResponse()
                                .statusCode())
                        .isEqualTo(403));
    }
}
