package parley.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import parley.ops.Metrics;
import parley.ops.Settings;

class HandshakeFilterTest {

    @Test
    void a_handshake_goes_on_as_a_visitor_with_address_and_user() throws Exception {
        assertThat(passedOnBy("10.0.0.1", () -> "ada")).isEqualTo(new Visitor("192.0.2.1", "ada"));
        assertThat(passedOnBy("10.0.0.1", null)).isEqualTo(new Visitor("192.0.2.1", null));
        assertThat(passedOnBy("10.0.0.2", null)).isEqualTo(new Visitor("10.0.0.2", null));
    }

    @Test
    void a_connection_that_has_passed_no_filter_has_no_visitor() {
        assertThatThrownBy(() -> Visitor.of(null)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Visitor.of(() -> "ada")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void who_does_not_wait_for_the_answer_is_refused() throws Exception {
        HandshakeFilter filter = filter();
        filter.metrics = new Metrics();
        List<String> answer = new ArrayList<>();

        filter.doFilter(request("10.0.0.1", null, 1), noting(answer), (request, response) -> answer.add("passed on"));

        assertThat(answer)
                .contains("setHeader[Connection, close]", "sendError[400, wait for the answer]")
                .doesNotContain("passed on");
        assertThat(filter.metrics.scrape()).contains("parley_refusals_total{reason=\"early\"} 1.0");
    }

    private static HandshakeFilter filter() {
        HandshakeFilter filter = new HandshakeFilter();
        filter.settings = Settings.of(Map.of("parley.proxies", "10.0.0.1"));
        filter.admission = new Admission(filter.settings);
        return filter;
    }

    private static Visitor passedOnBy(String peer, Principal user) throws Exception {
        AtomicReference<Principal> passedOn = new AtomicReference<>();

        filter().doFilter(
                        request(peer, user, 0),
                        null,
                        (request, response) -> passedOn.set(((HttpServletRequest) request).getUserPrincipal()));

        return Visitor.of(passedOn.get());
    }

    private static HttpServletResponse noting(List<String> calls) {
        return (HttpServletResponse) Proxy.newProxyInstance(
                HandshakeFilterTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> {
                    calls.add(method.getName() + Arrays.toString(arguments));
                    return null;
                });
    }

    private static HttpServletRequest request(String peer, Principal user, int bytesMore) {
        Map<String, String> headers = Map.of(
                "Upgrade",
                "websocket",
                "Origin",
                "https://parley.example",
                "Host",
                "parley.example",
                "X-Forwarded-For",
                "192.0.2.1");
        return (HttpServletRequest) Proxy.newProxyInstance(
                HandshakeFilterTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> peer;
                    case "getInputStream" -> new Body(bytesMore);
                    case "getUserPrincipal" -> user;
                    case "getHeader" -> headers.get(arguments[0]);
                    case "getHeaders" ->
                        Collections.enumeration(
                                headers.containsKey(arguments[0]) ? List.of(headers.get(arguments[0])) : List.of());
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static final class Body extends ServletInputStream {

        private final int available;

        Body(int available) {
            this.available = available;
        }

        @Override
        public int available() {
            return available;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isFinished() {
            return true;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
