package parley.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.ops.Settings;

class ScrapeFilterTest {

    private static final String FORBIDDEN = "forbidden";
    private static final String READ = "read";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1        |                      |              | read",
                "127.9.9.9        |                      |              | read",
                "0:0:0:0:0:0:0:1  |                      |              | read",
                "::ffff:127.0.0.1 |                      |              | read",
                "192.0.2.1        |                      |              | forbidden",
                "2001:db8::1      |                      |              | forbidden",
                "192.0.2.1        | for=127.0.0.1        |              | forbidden",
                "192.0.2.1        |                      | 127.0.0.1    | forbidden",
                "127.0.0.1        |                      | 192.0.2.1    | forbidden",
                "127.0.0.1        |                      | 127.0.0.1    | forbidden",
                "127.0.0.1        | for=192.0.2.1        |              | forbidden",
                "not an address   |                      |              | forbidden"
            })
    void unless_set_this_computer_alone_reads_the_metrics_and_nobody_through_it(
            String peer, String forwarded, String forwardedFor, String outcome) throws Exception {
        assertThat(of(peer, forwarded, forwardedFor, Map.of())).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.1  |               | 192.0.2.7                | read",
                "10.0.0.1  | for=192.0.2.7 |                          | read",
                "192.0.2.7 |               |                          | read",
                "10.0.0.1  |               | 198.51.100.1             | forbidden",
                "10.0.0.1  |               | 192.0.2.7, 198.51.100.1  | forbidden",
                "10.0.0.1  | for=192.0.2.7 | 198.51.100.1             | forbidden",
                "10.0.0.1  |               |                          | forbidden",
                "127.0.0.1 |               |                          | forbidden",
                "127.0.0.1 |               | 192.0.2.7                | forbidden"
            })
    void behind_a_proxy_it_is_the_client_that_counts(String peer, String forwarded, String forwardedFor, String outcome)
            throws Exception {
        assertThat(of(
                        peer,
                        forwarded,
                        forwardedFor,
                        Map.of("parley.proxies", "10.0.0.1", "parley.metrics.from", "192.0.2.0/24")))
                .isEqualTo(outcome);
    }

    /** As of one proxy after another of which the outer one does not say for whom it asks. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "::1       |             | 127.0.0.1            | forbidden",
                "127.0.0.1 |             | 10.0.0.1             | forbidden",
                "10.0.0.1  | for=unknown |                      | forbidden",
                "10.0.0.1  |             | 192.0.2.1, 10.0.0.1  | forbidden",
                "10.0.0.1  |             | 127.0.0.9, 127.0.0.1 | forbidden",
                "10.0.0.9  |             |                      | read"
            })
    void proxies_do_not_read_them_for_others(String peer, String forwarded, String forwardedFor, String outcome)
            throws Exception {
        assertThat(of(
                        peer,
                        forwarded,
                        forwardedFor,
                        Map.of(
                                "parley.proxies",
                                "127.0.0.0/8, ::1, 10.0.0.0/29",
                                "parley.metrics.from",
                                "127.0.0.0/8, ::1, 10.0.0.0/24")))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"})
    void a_proxy_that_is_not_listed_gives_itself_away_by_any_header(String name) throws Exception {
        assertThat(of("127.0.0.1", Map.of(name, "something"), Map.of())).isEqualTo(FORBIDDEN);
    }

    /** A header that is forged makes the one that the proxy writes doubtful: then it is the proxy that seems to ask. */
    @ParameterizedTest
    @CsvSource({"for=127.0.0.1, 198.51.100.1", "for=nobody, 198.51.100.1", "for=198.51.100.1, nobody"})
    void a_proxy_on_this_computer_does_not_read_them_for_others(String forwarded, String forwardedFor)
            throws Exception {
        assertThat(of("127.0.0.1", forwarded, forwardedFor, Map.of("parley.proxies", "127.0.0.1")))
                .isEqualTo(FORBIDDEN);
    }

    private static String of(String peer, String forwarded, String forwardedFor, Map<String, String> properties)
            throws Exception {
        Map<String, String> headers = new HashMap<>();
        headers.put("Forwarded", forwarded);
        headers.put("X-Forwarded-For", forwardedFor);
        return of(peer, headers, properties);
    }

    private static String of(String peer, Map<String, String> headers, Map<String, String> properties)
            throws Exception {
        ScrapeFilter filter = new ScrapeFilter();
        filter.settings = Settings.of(properties);
        AtomicReference<String> outcome = new AtomicReference<>("nothing");
        filter.doFilter(request(peer, headers), response(outcome), (request, response) -> outcome.set(READ));
        return outcome.get();
    }

    private static HttpServletRequest request(String peer, Map<String, String> headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ScrapeFilterTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> peer;
                    case "getHeader" -> headers.get(arguments[0]);
                    case "getHeaders" ->
                        Collections.enumeration(
                                headers.get(arguments[0]) == null ? List.of() : List.of(headers.get(arguments[0])));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static HttpServletResponse response(AtomicReference<String> outcome) {
        return (HttpServletResponse) Proxy.newProxyInstance(
                ScrapeFilterTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("setStatus");
                    assertThat(arguments[0]).isEqualTo(403);
                    outcome.set(FORBIDDEN);
                    return null;
                });
    }
}
