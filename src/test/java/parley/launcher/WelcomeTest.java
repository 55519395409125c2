package parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URL;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WelcomeTest {

    private static final Ports PORTS = new Ports(9090, OptionalInt.of(9191));

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

    @Test
    void whose_certificate_is_their_own_knows_its_name_and_is_not_warned() throws Exception {
        assertThat(new Welcome(PORTS, "/", computer("192.168.7.7"), false).text())
                .contains("https://the name in your certificate:9191/")
                .doesNotContain("192.168.7.7", "self-signed");
    }

    @Test
    void without_https_nothing_is_said_of_it() throws Exception {
        assertThat(new Welcome(new Ports(9090, OptionalInt.empty()), "/", computer("192.168.7.7"), true).text())
                .contains("http://localhost:9090/\nCtrl-C")
                .doesNotContain("https", "self-signed");
    }

    @Test
    void the_page_is_where_payara_has_deployed_it() throws Exception {
        assertThat(Welcome.path(List.of(new URL("http://192.168.7.7:9090/parley"))))
                .isEqualTo("/parley/");
        assertThat(Welcome.path(List.of(new URL("http://192.168.7.7:9090/")))).isEqualTo("/");
        assertThat(new Welcome(PORTS, "/parley/", computer("192.168.7.7"), true).text())
                .contains("http://localhost:9090/parley/", "https://192.168.7.7:9191/parley/");
    }

    private static String welcome(String... addresses) throws Exception {
        return new Welcome(PORTS, "/", computer(addresses), true).text();
    }

    private static Computer computer(String... addresses) throws Exception {
        InetAddress[] all = new InetAddress[addresses.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = InetAddress.getByName(addresses[i]);
        }
        return new Computer("pc", List.of(all));
    }
}
