package parley.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageIT extends InServer {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "index.html",
                "lib/lit-html.js",
                "lib/icons/mic.svg",
                "minimal.html",
                "nothing/here.js",
                "signal",
                "relay/tutorial"
            })
    void whatever_a_browser_loads_says_what_pages_may_do(String path) {
        assertThatTellsThePolicy(server.get(path).headers());
    }

    @Test
    void the_script_in_the_teaching_page_is_known_by_its_hash_and_there_is_no_other() {
        assertThat(policy(server.get("minimal.html"))).containsPattern("script-src 'sha256-[A-Za-z0-9+/]{43}='(;|$)");
        assertThat(policy(server.get("index.html"))).containsPattern("script-src 'self'(;|$)");
    }

    @Test
    void only_pages_of_this_origin_may_embed_ours_unless_others_are_named() {
        assertThat(policy(server.get(""))).containsPattern("frame-ancestors 'self'(;|$)");
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
                .satisfies(e -> {
                    HttpResponse<?> refusal = ((WebSocketHandshakeException) e.getCause()).getResponse();
                    assertThat(refusal.statusCode()).isEqualTo(403);
                    assertThatTellsThePolicy(refusal.headers());
                });
    }

    private static void assertThatTellsThePolicy(HttpHeaders headers) {
        assertThat(headers.allValues("Content-Security-Policy"))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("default-src 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'none'")
                .contains("script-src", "style-src 'self'", "connect-src 'self'", "frame-ancestors 'self'")
                .doesNotContain("unsafe", "http:", "https:", "*", "data:", "blob:");
        assertThat(headers.allValues("Permissions-Policy"))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("camera=(self)", "microphone=(self)", "display-capture=(self)", "geolocation=()");
        assertThat(headers.allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("Cache-Control")).containsExactly("no-cache");
    }

    private static String policy(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Security-Policy").orElseThrow();
    }
}
