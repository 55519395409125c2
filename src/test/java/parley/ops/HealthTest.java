package parley.ops;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthTest {

    private static final String UP = "200 {\"status\":\"UP\",\"checks\":[]}";
    private static final String DOWN = "503 {\"status\":\"DOWN\",\"checks\":[]}";

    private final Health health = new Health();

    @BeforeEach
    void wire() {
        health.readiness = new Readiness();
    }

    @Test
    void a_server_that_has_started_is_ready_until_it_stops_and_alive_until_it_is_gone() throws IOException {
        assertThat(answer("/health/live")).isEqualTo(UP);
        assertThat(answer("/health/ready")).isEqualTo(UP);

        health.readiness.drain();

        assertThat(answer("/health/live")).isEqualTo(UP);
        assertThat(answer("/health/ready")).isEqualTo(DOWN);
    }

    private String answer(String path) throws IOException {
        StringWriter body = new StringWriter();
        int[] status = {200};
        health.doGet(
                fake(HttpServletRequest.class, (method, argument) -> path),
                fake(HttpServletResponse.class, (method, argument) -> switch (method) {
                    case "setStatus" -> status[0] = (int) argument;
                    case "getWriter" -> new PrintWriter(body);
                    default -> null;
                }));
        return status[0] + " " + body;
    }

    private interface Answer {
        Object to(String method, Object argument);
    }

    private static <T> T fake(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object answered = answer.to(method.getName(), arguments == null ? null : arguments[0]);
                    return method.getReturnType() == void.class ? null : answered;
                }));
    }
}
