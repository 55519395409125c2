package parley.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.ops.Settings;

class OriginsTest {

    private static final String HOST = "parley.example:8443";
    private static final Settings DEFAULT = Settings.of(Map.of());
    private static final Settings LENIENT = Settings.of(Map.of("parley.origin.required", "false"));

    @ParameterizedTest
    @CsvSource({
        "https://parley.example:8443, parley.example:8443",
        "http://parley.example:8443, parley.example:8443",
        "https://parley.example, parley.example",
        "http://localhost:8080, localhost:8080",
        "https://[2001:db8::1]:8443, [2001:db8::1]:8443"
    })
    void a_page_of_this_server_may_connect(String origin, String host) {
        assertThat(allow(origin, host, DEFAULT)).isTrue();
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
                "https://parley.example:8443, https://parley.example:8443",
                "https://PARLEY.example:8443",
                "HTTPS://parley.example:8443",
                "https://parley.example.:8443",
                "https://parley.example:08443",
                "https://user@parley.example:8443",
                "https://user:word@parley.example:8443",
                "https://parley.example:8443#",
                "https://parley.example:8443?",
                "https:/parley.example:8443",
                "https://parley%2Eexample:8443",
                "https://pаrley.example:8443",
                "ftp://parley.example:8443",
                "chrome-extension://parley.example:8443",
                "https://",
                " https://parley.example:8443"
            })
    void a_page_of_any_other_may_not(String origin) {
        assertThat(allow(origin, HOST, DEFAULT)).isFalse();
    }

    @Test
    void a_page_of_an_allowed_origin_may_connect() {
        Settings allowed = Settings.of(Map.of("parley.origins", "https://intranet.example"));

        assertThat(allow("https://intranet.example", HOST, allowed)).isTrue();
        assertThat(allow("http://intranet.example", HOST, allowed)).isFalse();
        assertThat(allow("https://intranet.example:8443", HOST, allowed)).isFalse();
        assertThat(allow("https://intranet.example.evil.example", HOST, allowed))
                .isFalse();
        assertThat(allow(null, HOST, allowed)).isFalse();
    }

    @Test
    void several_origins_are_none() {
        String own = "https://" + HOST;

        assertThat(Origins.allow(List.of(own), HOST, DEFAULT)).isTrue();
        assertThat(Origins.allow(List.of(own, own), HOST, DEFAULT)).isFalse();
        assertThat(Origins.allow(List.of(own, "https://evil.example"), HOST, LENIENT))
                .isFalse();
    }

    @Test
    void only_a_handshake_without_origin_is_let_in_where_none_is_required() {
        assertThat(allow(null, HOST, LENIENT)).isTrue();
        assertThat(allow("https://" + HOST, HOST, LENIENT)).isTrue();
        for (String other : List.of("null", "", "https://evil.example", "https://parley.example")) {
            assertThat(allow(other, HOST, LENIENT)).as(other).isFalse();
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "null ", "user@parley.example", "PARLEY.example", "parley.example/", "a b", "a,b"})
    void an_odd_host_proves_nothing(String host) {
        assertThat(allow("https://" + host, host, DEFAULT)).isFalse();
    }

    private static boolean allow(String origin, String host, Settings settings) {
        return Origins.allow(origin == null ? List.of() : List.of(origin), host, settings);
    }
}
