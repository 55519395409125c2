package parley.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void everything_has_a_default() {
        Settings settings = with(Map.of());

        assertThat(settings.roomCapacity()).isEqualTo(8);
        assertThat(settings.origins()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "8", "50", "02"})
    void a_room_holds_2_to_50(String capacity) {
        assertThat(with(Map.of("parley.room.capacity", capacity)).roomCapacity())
                .isEqualTo(Integer.parseInt(capacity));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0", "1", "51", "-2", "+8", "8.0", "eight", "8 ", "99999999999", "٨", "0x8"})
    void any_other_capacity_is_refused_by_name(String capacity) {
        assertThatThrownBy(() -> with(Map.of("parley.room.capacity", capacity)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parley.room.capacity must be a whole number from 2 to 50, not \"" + capacity + "\"");
    }

    @Test
    void origins_are_separated_by_commas() {
        assertThat(with(Map.of("parley.origins", "https://intranet.example:8443 , http://[2001:db8::1]"))
                        .origins())
                .containsExactlyInAnyOrder("https://intranet.example:8443", "http://[2001:db8::1]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "*",
                "null",
                "intranet.example",
                "https://intranet.example/",
                "https://intranet.example/a",
                "https://Intranet.example",
                "ftp://intranet.example",
                "https://*.example",
                "https://a@intranet.example",
                "https://a.example https://b.example",
                "https://a.example,,https://b.example",
                "https://a.example,"
            })
    void what_no_browser_sends_as_origin_is_refused_by_name(String origins) {
        assertThatThrownBy(() -> with(Map.of("parley.origins", origins)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("parley.origins must list origins as a browser sends them");
    }

    private static Settings with(Map<String, String> properties) {
        return new Settings(properties::get);
    }
}
