package parley.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.ops.Settings;

class SecretsTest {

    private final Secrets secrets = under("k".repeat(32));

    @Test
    void another_server_with_the_same_key_knows_the_same_secret() {
        assertThat(under("k".repeat(32)).of("ada")).isEqualTo(secrets.of("ada"));
        assertThat(under("k".repeat(32)).fits("ada", secrets.of("ada"))).isTrue();
    }

    @Test
    void another_peer_or_another_key_has_another_secret() {
        assertThat(secrets.of("bob")).isNotEqualTo(secrets.of("ada"));
        assertThat(secrets.fits("bob", secrets.of("ada"))).isFalse();
        assertThat(under("l".repeat(32)).fits("ada", secrets.of("ada"))).isFalse();
    }

    @Test
    void a_secret_is_256_bits_that_need_no_escaping_and_do_not_tell_the_id() {
        assertThat(secrets.of("ada")).matches("[A-Za-z0-9_-]{43}").doesNotContain("ada");
        // By another program: printf 'parley peer ada' | openssl dgst -sha256 -hmac kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk
        assertThat(secrets.of("ada")).isEqualTo("A91a2KBYtteiMLKxpvEt5Ww53l2l_sgZCGmHbouj2YU");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada", "=", "\ud83d", "EXPECTED=", "EXPECTED "})
    void nothing_else_fits(String secret) {
        assertThat(secrets.fits("ada", secret.replace("EXPECTED", secrets.of("ada"))))
                .isFalse();
    }

    @Test
    void neither_the_key_nor_a_secret_is_printed() {
        ServerKey key = new ServerKey(Settings.of(Map.of("parley.key", "k".repeat(32))));

        assertThat(key + " " + new Secrets(key)).doesNotContain("kkk").doesNotContain(secrets.of("ada"));
    }

    private static Secrets under(String key) {
        return new Secrets(new ServerKey(Settings.of(Map.of("parley.key", key))));
    }
}
