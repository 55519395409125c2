package parley.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    private static final String HOST = "parley.example:8443";

    @ParameterizedTest
    @CsvSource({
        "https://parley.example:8443, parley.example:8443",
        "http://parley.example:8443, parley.example:8443",
        "https://parley.example, parley.example",
        "http://localhost:8080, localhost:8080",
        "https://[2001:db8::1]:8443, [2001:db8::1]:8443"
    })
    void a_page_of_this_server_may_connect(String origin, String host) {
        assertThat(Origins.allow(origin, host, Set.of())).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "null",
                "*",
                "parley.example:8443",
                "//parley.example:8443",
                "https://parley.example",
                "https://parley.example:443",
                "https://parley.example:84430",
                "https://parley.example:8443/",
                "https://parley.example:8443.evil.example",
                "https://parley.example:8443@evil.example",
                "https://evil-parley.example:8443",
                "https://a.parley.example:8443",
                "https://evil.example",
                "https://evil.example/https://parley.example:8443",
                "https://parley.example:8443 https://evil.example",
                "ftp://parley.example:8443",
                "chrome-extension://parley.example:8443",
                "https://",
                " https://parley.example:8443"
            })
    void a_page_of_any_other_may_not(String origin) {
        assertThat(Origins.allow(origin, HOST, Set.of())).isFalse();
    }

    @Test
    void a_page_of_an_allowed_origin_may_connect() {
        Set<String> allowed = Set.of("https://intranet.example");

        assertThat(Origins.allow("https://intranet.example", HOST, allowed)).isTrue();
        assertThat(Origins.allow("http://intranet.example", HOST, allowed)).isFalse();
        assertThat(Origins.allow("https://intranet.example:8443", HOST, allowed))
                .isFalse();
        assertThat(Origins.allow("https://intranet.example.evil.example", HOST, allowed))
                .isFalse();
        assertThat(Origins.allow(null, HOST, allowed)).isFalse();
    }

    @Test
    void without_a_host_nobody_may() {
        assertThat(Origins.allow("https://null", null, Set.of())).isFalse();
    }
}
