package parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class WelcomeTest {

    private static final Ports PORTS = new Ports(9090, 9191);

    @Test
    void this_computer_goes_by_localhost_and_others_by_an_address_they_can_type() throws Exception {
        assertThat(welcome("192.168.7.7", "10.0.0.7", "fd00::7", "169.254.3.3"))
                .contains("http://localhost:9090/", "https://192.168.7.7:9191/", "https://10.0.0.7:9191/")
                .doesNotContain("fd00", "169.254");
    }

    @Test
    void a_network_without_ipv4_gets_a_bracketed_address() throws Exception {
        assertThat(welcome("fd00::7", "fe80::7"))
                .contains("https://[fd00:0:0:0:0:0:0:7]:9191/")
                .doesNotContain("fe80");
    }

    @Test
    void a_computer_without_a_network_offers_no_link_to_others() throws Exception {
        assertThat(welcome()).contains("http://localhost:9090/").doesNotContain("https://");
    }

    private static String welcome(String... addresses) throws Exception {
        InetAddress[] all = new InetAddress[addresses.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = InetAddress.getByName(addresses[i]);
        }
        return Welcome.text(PORTS, new Computer("pc", List.of(all)));
    }
}
