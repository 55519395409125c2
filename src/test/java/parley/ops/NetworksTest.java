package parley.ops;

import static org.assertj.core.api.Assertions.assertThat;

import inet.ipaddr.IPAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,           10.255.255.255,     true",
        "10.0.0.0/8,           11.0.0.0,           false",
        "192.0.2.128/25,       192.0.2.127,        false",
        "192.0.2.7,            192.0.2.7,          true",
        "0.0.0.0/0,            255.0.0.1,          true",
        "0.0.0.0/0,            ::1,                false",
        "::/0,                 2001:db8::1,        true",
        "::/0,                 10.0.0.1,           false",
        "2001:db8::/33,        2001:db8:7fff::1,   true",
        "2001:db8::/33,        2001:db8:8000::1,   false",
        "127.0.0.1,            ::ffff:127.0.0.1,   true",
        "::ffff:10.0.0.0/104,  10.9.8.7,           true",
        "::ffff:10.0.0.0/104,  11.0.0.0,           false",
        "fe80::1,              fe80::1%eth0,       true"
    })
    void a_block_is_all_that_begins_alike(String block, String address, boolean inside) {
        assertThat(Networks.parse(" ::2, " + block).orElseThrow().contain(address(address)))
                .isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "10..0.1",
                "010.0.0.1",
                "256.0.0.1",
                "1.2.3.\u0664",
                "10.0.0.1:80",
                "0x7f.0.0.1",
                "dead.beef",
                "1::2::3",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7",
                "12345::",
                "::1.2.3",
                "[::1]"
            })
    void what_is_almost_an_address_is_none(String text) {
        assertThat(Networks.address(text)).isEmpty();
        assertThat(Networks.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/",
                "/8",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/8/8",
                "10.1.0.0/8",
                "::/129",
                "::ffff:0:0/95",
                "fe80::1%eth0",
                "10.0.0.1-10.0.0.9"
            })
    void what_is_almost_a_block_is_none(String text) {
        assertThat(Networks.parse(text)).isEmpty();
    }

    private static IPAddress address(String text) {
        return Networks.address(text).orElseThrow();
    }
}
