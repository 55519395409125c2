package parley.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.ops.Networks;

/** The proxies are 10.0.0.0/8 and 2001:db8:1::1; headers of one name are separated by a bar. */
class ClientAddressTest {

    private final ClientAddress client =
            new ClientAddress(Networks.parse("10.0.0.0/8, 2001:db8:1::1").orElseThrow());

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,                  192.0.2.1",
        "11.0.0.1,                   11.0.0.1",
        "2001:db8:1::2,              2001:db8:1::2",
        "2001:DB8:0:0:0:0:0:7,       2001:db8::7",
        "::ffff:192.0.2.1,           192.0.2.1",
        "fe80:0:0:0:0:0:0:1%eth0,    fe80::1",
        "no address at all,          no address at all"
    })
    void a_stranger_is_not_believed(String peer, String address) {
        assertThat(client.of(peer, List.of("for=203.0.113.9"), List.of("203.0.113.9")))
                .isEqualTo(address);
        assertThat(client.of(peer, List.of(), List.of())).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "::ffff:10.0.0.1", "2001:db8:1::1", "2001:0DB8:0001:0:0:0:0:1"})
    void a_trusted_proxy_is(String peer) {
        assertThat(client.of(peer, List.of("for=192.0.2.1"), List.of())).isEqualTo("192.0.2.1");
        assertThat(client.of(peer, List.of(), List.of("192.0.2.1"))).isEqualTo("192.0.2.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "192.0.2.1                                   > 192.0.2.1",
                "192.0.2.1:4711                              > 192.0.2.1",
                "2001:DB8::0:1                               > 2001:db8::1",
                "[2001:db8::1]                               > 2001:db8::1",
                "[2001:db8::1]:4711                          > 2001:db8::1",
                "::ffff:192.0.2.1                            > 192.0.2.1",
                "[::ffff:192.0.2.1]:80                       > 192.0.2.1",
                "203.0.113.9, 192.0.2.1                      > 192.0.2.1",
                "203.0.113.9,192.0.2.1                       > 192.0.2.1",
                "203.0.113.9|192.0.2.1                       > 192.0.2.1",
                "10.0.0.5, 192.0.2.1                         > 192.0.2.1",
                "192.0.2.1, 10.0.0.3, 10.0.0.2               > 192.0.2.1",
                "192.0.2.1, ::ffff:10.0.0.3|10.0.0.2:80      > 192.0.2.1",
                "10.0.0.4, 10.0.0.3                          > 10.0.0.4",
                "192.0.2.1, unknown, 10.0.0.2                > 10.0.0.2",
                "192.0.2.1, client.example                   > 10.0.0.1",
                "192.0.2.1,                                  > 10.0.0.1",
                "192.0.2.1, 010.0.0.2                        > 10.0.0.1",
                "192.0.2.1, 10.0.0.0/8                       > 10.0.0.1",
                "192.0.2.1 10.0.0.2                          > 10.0.0.1",
                "192.0.2.1, 10.0.0.2:http                    > 10.0.0.1",
                "192.0.2.1, [10.0.0.2                        > 10.0.0.1",
                "\"192.0.2.1\"                               > 10.0.0.1"
            })
    void x_forwarded_for_is_read_from_the_right(String headers, String address) {
        assertThat(client.of("10.0.0.1", List.of(), split(headers))).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            value = {
                "for=192.0.2.1                                             > 192.0.2.1",
                "FOR=192.0.2.1                                             > 192.0.2.1",
                "for=\"192.0.2.1\"                                         > 192.0.2.1",
                "for=\"192.0.2.1:4711\"                                    > 192.0.2.1",
                "for=192.0.2.1:4711                                        > 192.0.2.1",
                "for=\"[2001:db8::1]\"                                     > 2001:db8::1",
                "For=\"[2001:db8:cafe::17]:4711\"                          > 2001:db8:cafe::17",
                "for=\"[2001:db8::1]:_port\"                               > 10.0.0.1",
                "for=\"\\1\\92.0.2.1\"                                     > 192.0.2.1",
                "proto=http;by=203.0.113.43;for=192.0.2.1                  > 192.0.2.1",
                "for=192.0.2.1 ; proto=https ; host=\"a,b;for=1.2.3.4\"    > 192.0.2.1",
                "for=203.0.113.9, for=192.0.2.1;by=10.0.0.1                > 192.0.2.1",
                "for=203.0.113.9|for=192.0.2.1                             > 192.0.2.1",
                "for=192.0.2.1, for=10.0.0.3, for=\"10.0.0.2:80\"          > 192.0.2.1",
                "for=192.0.2.1, for=_hidden, for=10.0.0.2                  > 10.0.0.2",
                "for=192.0.2.1, for=unknown                                > 10.0.0.1",
                "for=192.0.2.1, by=10.0.0.1                                > 10.0.0.1",
                "for=192.0.2.1,                                            > 10.0.0.1",
                "for=192.0.2.1, 10.0.0.2                                   > 10.0.0.1",
                "for                                                       > 10.0.0.1",
                "for=\"203.0.113.9                                         > 10.0.0.1",
                "for=\"203.0.113.9, for=192.0.2.1                          > 10.0.0.1",
                "for=\"203.0.113.9|for=192.0.2.1                           > 192.0.2.1",
                "for=203.0.113.9;x=\", for=192.0.2.1;by=\"10.0.0.1\"       > 10.0.0.1"
            })
    void forwarded_is_read_from_the_right(String headers, String address) {
        assertThat(client.of("10.0.0.1", split(headers), List.of())).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "for=192.0.2.1,              192.0.2.1,   192.0.2.1",
        "for=203.0.113.9,            192.0.2.1,   10.0.0.1",
        "for=192.0.2.1,              203.0.113.9, 10.0.0.1",
        "for=_hidden,                192.0.2.1,   10.0.0.1"
    })
    void where_both_headers_disagree_neither_is_believed(String forwarded, String forwardedFor, String address) {
        assertThat(client.of("10.0.0.1", List.of(forwarded), List.of(forwardedFor)))
                .isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "for=\"\\", "for=\"", "for=", ",", ";", "=", "for=a,", " "})
    void no_header_is_too_long_to_be_read(String part) {
        String header = part + "a\\".repeat(100_000) + part.repeat(10_000);

        assertThat(client.of("10.0.0.1", List.of(header), List.of())).isEqualTo("10.0.0.1");
        assertThat(client.of("10.0.0.1", List.of(), List.of(header))).isEqualTo("10.0.0.1");
    }

    private static List<String> split(String headers) {
        return Arrays.asList(headers.split("\\|"));
    }
}
