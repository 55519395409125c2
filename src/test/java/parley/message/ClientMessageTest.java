package parley.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.ops.Settings;

class ClientMessageTest {

    private final MessageCodec codec = Samples.codec();

    @ParameterizedTest
    @MethodSource("everyMessage")
    void every_message_is_read(String type, ClientMessage expected) {
        ClientMessage message = codec.decode(Samples.OF_TYPE.get(type));

        assertThat(message).isEqualTo(expected);
        assertThat(MessageCodec.typeOf(message)).isEqualTo(type);
    }

    static Stream<Arguments> everyMessage() {
        return Stream.of(
                arguments("hello", new ClientMessage.Hello("Ada", new ClientMessage.Resume("p1", "s1", 7L))),
                arguments("look", new ClientMessage.Look("standup")),
                arguments("join", new ClientMessage.Join("standup")),
                arguments("leave", new ClientMessage.Leave()),
                arguments("offer", new ClientMessage.Offer("p1", "v=0\r\n")),
                arguments("answer", new ClientMessage.Answer("p1", "v=0\r\n")),
                arguments(
                        "candidates",
                        new ClientMessage.Candidates(
                                "p1",
                                List.of(
                                        new IceCandidate("candidate:1 1 udp 1 192.0.2.1 5 typ host", "0", 0, "abcd"),
                                        new IceCandidate("", null, null, null)))),
                arguments("state", new ClientMessage.State(true, false, true, false)),
                arguments("ping", new ClientMessage.Ping(0L)),
                arguments("report", new ClientMessage.Report(800, 12, 0.02, "checking")));
    }

    @Test
    void the_table_of_types_names_every_message_there_is() {
        assertThat(Arrays.stream(ClientMessage.class
                                .getAnnotation(JsonbTypeInfo.class)
                                .value())
                        .map(JsonbSubtype::type))
                .containsExactlyInAnyOrder(ClientMessage.class.getPermittedSubclasses());
        assertThat(everyMessage().<Class<?>>map(arguments -> arguments.get()[1].getClass()))
                .containsExactlyInAnyOrder(ClientMessage.class.getPermittedSubclasses());
    }

    @Test
    void only_hello_and_ping_are_not_counted() {
        assertThat(Samples.OF_TYPE.entrySet().stream()
                        .filter(sample -> !codec.decode(sample.getValue()).counts())
                        .map(sample -> sample.getKey()))
                .containsExactlyInAnyOrder("hello", "ping");
    }

    @Test
    void numbers_go_up_to_their_bounds() {
        assertThat(codec.decode("""
                {"type":"candidates","to":"p1","candidates":[{"candidate":"","sdpMLineIndex":2147483647,"x":1}]}"""))
                .isEqualTo(new ClientMessage.Candidates(
                        "p1", List.of(new IceCandidate("", null, Integer.MAX_VALUE, null))));
        assertThat(codec.decode("{\"type\":\"report\",\"loss\":1e-18}"))
                .isEqualTo(new ClientMessage.Report(null, null, 1e-18, null));
        assertThat(codec.decode("""
                {"type":"hello","resume":{"peer":"p1","secret":"s1","received":null,"x":1}}"""))
                .isEqualTo(new ClientMessage.Hello(null, new ClientMessage.Resume("p1", "s1", null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"join\",\"room\":\"standup\",\"colour\":{\"any\":[1]}}",
                "{\"room\":\"standup\",\"type\":\"join\"}",
                " \n{ \"type\" : \"join\" , \"room\" : \"standup\" } \t",
                "{\"type\":\"j\\u006fin\",\"room\":\"stand\\u0075p\"}"
            })
    void unknown_fields_order_blanks_and_escapes_do_not_matter(String text) {
        assertThat(codec.decode(text)).isEqualTo(new ClientMessage.Join("standup"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"hello\"}", "{\"type\":\"hello\",\"name\":null}"})
    void a_hello_needs_no_name(String text) {
        assertThat(codec.decode(text)).isEqualTo(new ClientMessage.Hello(null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "1", "1.000", "1e0", "5e-18", "0.123456789012345678"})
    void a_loss_is_any_number_from_0_to_1(String loss) {
        assertThat(codec.decode("{\"type\":\"report\",\"loss\":" + loss + "}"))
                .isEqualTo(new ClientMessage.Report(null, null, Double.valueOf(loss), null));
    }

    @Test
    void a_report_may_say_anything_or_nothing() {
        assertThat(codec.decode("{\"type\":\"report\"}")).isEqualTo(new ClientMessage.Report(null, null, null, null));
        assertThat(codec.decode("{\"type\":\"report\",\"setup\":600000,\"rtt\":60000,\"loss\":null}"))
                .isEqualTo(new ClientMessage.Report(600_000, 60_000, null, null));
        assertThat(codec.decode("{\"type\":\"report\",\"failed\":\"disconnected\"}"))
                .isEqualTo(new ClientMessage.Report(null, null, null, "disconnected"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"林檎", "Zoë", "👩‍💻 at home", "עדה", "O'Neil \\\"Jr\\\" \\\\ <b>&amp;"})
    void names_are_in_any_script(String name) {
        assertThat(codec.decode("{\"type\":\"hello\",\"name\":\"" + name + "\"}"))
                .isEqualTo(new ClientMessage.Hello(name.replace("\\\"", "\"").replace("\\\\", "\\"), null));
    }

    @Test
    void what_is_just_within_its_bounds_is_taken() {
        String name = "n".repeat(ClientMessage.MAX_NAME);
        String batch = "{\"candidate\":\"" + "c".repeat(512) + "\"},";

        assertThat(codec.decode("{\"type\":\"join\",\"room\":\"" + name + "\"}"))
                .isEqualTo(new ClientMessage.Join(name));
        assertThat(codec.decode("{\"type\":\"candidates\",\"to\":\"p1\",\"candidates\":["
                        + batch.repeat(ClientMessage.MAX_CANDIDATES - 1) + "{\"candidate\":\"\"}]}"))
                .isInstanceOf(ClientMessage.Candidates.class);
        String offer = "{\"type\":\"offer\",\"to\":\"p1\",\"sdp\":\"\"}";
        assertThat(codec.decode(
                        offer.replace("\"\"", '"' + "v".repeat(new Settings().frameLength() - offer.length()) + '"')))
                .isInstanceOf(ClientMessage.Offer.class);
        assertThat(codec.decode("{\"type\":\"ping\",\"received\":999999999999999999}"))
                .isEqualTo(new ClientMessage.Ping(999_999_999_999_999_999L));
    }
}
