package parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.container.FreePort;

class PortsTest {

    @Test
    void arguments_of_payara_micro_name_the_ports() throws CannotStart {
        assertThat(Ports.of(Arguments.of("--nocluster", "--port", "9090", "--sslPort", "9191")))
                .isEqualTo(new Ports(9090, OptionalInt.of(9191)));
        assertThat(Ports.of(Arguments.of("--nocluster", "--port"))).isEqualTo(new Ports(8080, OptionalInt.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http", "", "99999999999"})
    void what_is_no_port_is_refused_with_the_property_to_set(String text) {
        assertThatThrownBy(() -> Ports.of(Arguments.of("--port", text)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("\"" + text + '"')
                .hasMessageContaining("-Dhttp.port=");
    }

    @Test
    void one_port_does_not_serve_both() {
        assertThatThrownBy(() -> Ports.of(Arguments.of("--port", "9090", "--sslport", "9090")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("9090");
    }

    @Test
    void a_port_taken_on_loopback_alone_is_taken() throws Exception {
        int free = FreePort.next();
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(free, OptionalInt.of(other.getLocalPort()));
            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + " for https is in use")
                    .hasMessageContaining("--sslport 9191, or mvn package payara-micro:start -Dhttps.port=9191");
        }
    }
}
