package parley.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void everything_has_a_default() {
        Settings settings = with(Map.of());

        assertThat(settings.roomCapacity()).isEqualTo(8);
        assertThat(settings.uplink()).isEqualTo(4_000_000);
        assertThat(settings.origins()).isEmpty();
        assertThat(settings.originRequired()).isTrue();
        assertThat(settings.frameAncestors()).isEmpty();
        assertThat(settings.proxies()).isSameAs(Networks.NONE);
        assertThat(settings.key()).isEmpty();
        assertThat(settings.keyFile()).isEmpty();
        assertThat(settings.frameLength()).isEqualTo(65_536);
        assertThat(settings.lineFrames()).isEqualTo(512);
        assertThat(settings.lineBytes()).isEqualTo(1_048_576);
        assertThat(settings.hello()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.messagesPerSecond()).isEqualTo(50);
        assertThat(settings.messagesBurst()).isEqualTo(500);
        assertThat(settings.connections()).isEqualTo(10_000);
        assertThat(settings.connectionsPerAddress()).isEqualTo(500);
        assertThat(settings.connectionsPerUser()).isEqualTo(20);
        assertThat(settings.connectionsPerSecond()).isEqualTo(20);
        assertThat(settings.roomsPerUser()).isEqualTo(10);
    }

    static List<Arguments> numbers() {
        return List.of(
                number("parley.room.capacity", 2, 50, Settings::roomCapacity),
                number("parley.uplink.kilobits", 500, 100_000, settings -> settings.uplink() / 1000),
                number("parley.frame.length", 16_384, 262_144, Settings::frameLength),
                number("parley.line.frames", 256, 65_536, Settings::lineFrames),
                number("parley.line.bytes", 262_144, 67_108_864, Settings::lineBytes),
                number("parley.lines.bytes", 67_108_864, 999_999_999, Settings::linesBytes),
                number("parley.hello.seconds", 1, 45, settings ->
                        (int) settings.hello().toSeconds()),
                number("parley.messages.per-second", 1, 100_000, Settings::messagesPerSecond),
                number("parley.messages.burst", 10, 1_000_000, Settings::messagesBurst),
                number("parley.connections", 1, 1_000_000, Settings::connections),
                number("parley.connections.per-address", 1, 1_000_000, Settings::connectionsPerAddress),
                number("parley.connections.per-user", 1, 1_000_000, Settings::connectionsPerUser),
                number("parley.connections.per-second", 1, 100_000, Settings::connectionsPerSecond),
                number("parley.rooms.per-user", 1, 1_000_000, Settings::roomsPerUser));
    }

    private static Arguments number(String name, int least, int most, ToIntFunction<Settings> setting) {
        return Arguments.of(name, least, most, setting);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void a_number_has_bounds(String name, int least, int most, ToIntFunction<Settings> setting) {
        for (int number : new int[] {least, most}) {
            assertThat(setting.applyAsInt(with(Map.of(name, "" + number)))).isEqualTo(number);
        }
        for (int number : new int[] {least - 1, most + 1}) {
            assertThatThrownBy(() -> with(Map.of(name, "" + number)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("%s must be a whole number from %d to %d, not \"%d\"", name, least, most, number);
        }
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

    @ParameterizedTest
    @ValueSource(
            strings = {"", "*", "'none'", "intranet.example", "https://a.example; script-src *", "https://a.example/b"})
    void who_may_embed_is_named_as_an_origin(String ancestors) {
        assertThat(with(Map.of("parley.frame-ancestors", "https://a.example, https://b.example:8443"))
                        .frameAncestors())
                .containsExactlyInAnyOrder("https://a.example", "https://b.example:8443");
        assertThatThrownBy(() -> with(Map.of("parley.frame-ancestors", ancestors)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("parley.frame-ancestors must list origins as a browser names them");
    }

    @Test
    void a_line_holds_four_of_the_longest_frames() {
        assertThat(with(Map.of("parley.frame.length", "262144")).frameLength()).isEqualTo(262_144);
        assertThatThrownBy(() -> with(Map.of("parley.frame.length", "65537", "parley.line.bytes", "262144")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parley.line.bytes must be at least 4 times parley.frame.length, not 262144");
    }

    @Test
    void a_flag_is_true_or_false() {
        assertThat(with(Map.of("parley.origin.required", "true")).originRequired())
                .isTrue();
        assertThat(with(Map.of("parley.origin.required", "false")).originRequired())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no", "False", "0", "false "})
    void nothing_else_is_a_flag(String flag) {
        assertThatThrownBy(() -> with(Map.of("parley.origin.required", flag)))
                .hasMessage("parley.origin.required must be true or false, not \"" + flag + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "localhost", "10.0.0.0/33", "10.0.0.1/8", "10.0.0.1;10.0.0.2", "10.0.0.1,"})
    void proxies_that_are_not_addresses_are_refused_by_name(String proxies) {
        assertThatThrownBy(() -> with(Map.of("parley.proxies", proxies)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("parley.proxies must list addresses or blocks of them");
    }

    @Test
    void a_short_key_is_refused_without_being_printed() {
        String key = "k".repeat(31);

        assertThat(with(Map.of("parley.key", key + "k")).key()).contains(key + "k");
        assertThatThrownBy(() -> with(Map.of("parley.key", key)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parley.key must have at least 32 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000b"})
    void what_cannot_be_a_file_is_refused_by_name(String file) {
        assertThatThrownBy(() -> with(Map.of("parley.key.file", file)))
                .hasMessageStartingWith("parley.key.file must name a file");
    }

    @Test
    void a_file_in_the_home_directory_may_be_named_by_a_tilde() {
        assertThat(with(Map.of("parley.key.file", "~/key")).keyFile())
                .contains(Path.of(System.getProperty("user.home"), "key"));
    }

    @Test
    void a_system_property_comes_before_the_environment() {
        Map<String, String> properties = Map.of("parley.room.capacity", "3");
        Map<String, String> environment =
                Map.of("PARLEY_ROOM_CAPACITY", "4", "PARLEY_CONNECTIONS_PER_USER", "5", "parley.rooms.per-user", "6");

        Settings settings = new Settings(
                Source.firstOf(List.of(properties::get, Source.variables(environment::get), name -> null)));

        assertThat(settings.roomCapacity()).isEqualTo(3);
        assertThat(settings.connectionsPerUser()).isEqualTo(5);
        assertThat(settings.roomsPerUser()).isEqualTo(10);
    }

    @Test
    void the_page_of_settings_lists_each_with_its_type_unit_default_and_meaning() throws IOException {
        assertThat(Files.readString(Path.of("src/docs/SETTINGS.md")).lines())
                .filteredOn(line -> line.startsWith("| `parley"))
                .containsExactlyElementsOf(
                        Catalogue.all().stream().map(Property::row).toList());
    }

    private static Settings with(Map<String, String> properties) {
        return Settings.of(properties);
    }
}
