package parley.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static parley.message.Refusal.Code.INVALID;
import static parley.message.Refusal.Code.MALFORMED;
import static parley.message.Refusal.Code.TOO_LARGE;
import static parley.message.Refusal.Code.UNKNOWN_TYPE;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.message.Refusal.Code;
import parley.ops.Settings;

class BadInputTest {

    private static final String MARK = "XYZZY";

    private final MessageCodec codec = Samples.codec();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "XYZZY",
                "null",
                "true",
                "42",
                "\"XYZZY\"",
                "[]",
                "[{\"type\":\"leave\"}]",
                "{",
                "}",
                "{}",
                "{'type':'leave'}",
                "{\"type\":\"leave\"",
                "{\"type\":\"leave\"} XYZZY",
                "{\"type\":\"leave\"}{\"type\":\"leave\"}",
                "{\"type\":\"leave\",}",
                "{\"type\":\"leave\"}}",
                "/* XYZZY */{\"type\":\"leave\"}",
                "\uFEFF{\"type\":\"leave\"}",
                "{\"kind\":\"XYZZY\"}",
                "{\"type\":null}",
                "{\"type\":7}",
                "{\"type\":[\"leave\"]}",
                "{\"type\":{\"XYZZY\":\"leave\"}}",
                "{\"Type\":\"leave\"}",
                "{\"type\":\"leave\",\"type\":\"leave\"}",
                "{\"type\":\"join\",\"room\":\"a\",\"room\":\"b\"}",
                "{\"type\":\"leave\",\"x\":{\"a\":1,\"a\":2}}",
                "{\"type\":\"leave\",\"x\":[[[[]]]]}",
                "{\"type\":\"join\",\"room\":\"a\nb\"}",
                "{\"type\":\"join\",\"room\":\"\\x41\"}",
                "{\"type\":\"leave\",\"x\":1e99999999999}",
                "{\"type\":\"leave\",\"x\":NaN}"
            })
    void what_is_no_object_with_a_type_is_malformed(String text) {
        Refusal refusal = refusalOf(text);

        assertThat(refusal.code()).isEqualTo(MALFORMED);
        assertThat(refusal.toMessage().re()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "XYZZY", "Leave", "leave ", "welcome", "parley.message.ClientMessage$Leave"})
    void an_unknown_type_is_told_so(String type) {
        assertThat(refusalOf("{\"type\":\"" + type + "\"}").code()).isEqualTo(UNKNOWN_TYPE);
    }

    @ParameterizedTest
    @MethodSource
    void a_wrong_field_is_invalid_and_named(String type, String fields, String message) {
        Refusal refusal = refusalOf("{\"type\":\"" + type + "\"" + fields + "}");

        assertThat(refusal.code()).isEqualTo(INVALID);
        assertThat(refusal).hasMessage(message);
        assertThat(refusal.toMessage().re()).isEqualTo(type);
    }

    static Stream<Arguments> a_wrong_field_is_invalid_and_named() {
        String longText = MARK.repeat(2000);
        String candidates = ",\"to\":\"p1\",\"candidates\":";
        String state = ",\"audio\":true,\"video\":true,\"screen\":true";
        return Stream.of(
                arguments("hello", ",\"name\":7", "name: must be a string"),
                arguments("hello", ",\"name\":[\"XYZZY\"]", "name: must be a string"),
                arguments("hello", ",\"name\":\"" + longText + "\"", "name: must be at most 64 characters"),
                arguments("hello", ",\"name\":\"XYZZY\\u0007\"", "name: must not contain control characters"),
                arguments("hello", ",\"name\":\"XYZZY\\u202Eppa\"", "name: must not contain control characters"),
                arguments("hello", ",\"name\":\"XYZZY\\u2068\"", "name: must not contain control characters"),
                arguments("hello", ",\"name\":\"XYZZY\\u2028\"", "name: must not contain control characters"),
                arguments("hello", ",\"name\":\"XYZZY\\uD83D\"", "name: must not contain half characters"),
                arguments("hello", ",\"name\":\"XYZZY\uD83D\"", "name: must not contain half characters"),
                arguments("hello", ",\"name\":\"\\uDE00\\uD83D\"", "name: must not contain half characters"),
                arguments("hello", ",\"resume\":7", "resume: must be an object"),
                arguments("hello", ",\"resume\":{\"peer\":7}", "resume.peer: must be a string"),
                arguments("look", "", "room: must not be empty"),
                arguments("join", "", "room: must not be empty"),
                arguments("join", ",\"room\":null", "room: must not be empty"),
                arguments("join", ",\"room\":\"\"", "room: must not be empty"),
                arguments("join", ",\"room\":\"  \"", "room: must not be empty"),
                arguments("join", ",\"room\":true", "room: must be a string"),
                arguments("join", ",\"room\":{\"XYZZY\":1}", "room: must be a string"),
                arguments("join", ",\"room\":\"" + "n".repeat(65) + "\"", "room: must be at most 64 characters"),
                arguments("join", ",\"room\":\"a\\r\\nXYZZY\"", "room: must not contain control characters"),
                arguments("offer", ",\"sdp\":\"v=0\"", "to: must not be empty"),
                arguments("offer", ",\"to\":7,\"sdp\":\"v=0\"", "to: must be a string"),
                arguments("offer", ",\"to\":\"" + longText + "\",\"sdp\":\"v=0\"", "to: must be at most 64 characters"),
                arguments("offer", ",\"to\":\"p1\"", "sdp: must not be empty"),
                arguments("offer", ",\"to\":\"p1\",\"sdp\":\"\"", "sdp: must not be empty"),
                arguments("offer", ",\"to\":\"p1\",\"sdp\":{\"type\":\"XYZZY\"}", "sdp: must be a string"),
                arguments("offer", ",\"to\":\"p1\",\"sdp\":\"v=0\\uD83D\"", "sdp: must not contain half characters"),
                arguments("answer", ",\"to\":\"p1\",\"sdp\":7", "sdp: must be a string"),
                arguments("answer", ",\"to\":\"\",\"sdp\":\"v=0\"", "to: must not be empty"),
                arguments("candidates", ",\"to\":\"p1\"", "candidates: is missing"),
                arguments("candidates", ",\"candidates\":[{\"candidate\":\"\"}]", "to: must not be empty"),
                arguments("candidates", candidates + "{}", "candidates: must be an array"),
                arguments("candidates", candidates + "\"XYZZY\"", "candidates: must be an array"),
                arguments("candidates", candidates + "[]", "candidates: must hold 1 to 64 candidates"),
                arguments(
                        "candidates",
                        candidates + "[" + "{\"candidate\":\"\"},".repeat(64) + "{\"candidate\":\"\"}]",
                        "candidates: must hold 1 to 64 candidates"),
                arguments("candidates", candidates + "[null]", "candidates[0]: must not be null"),
                arguments("candidates", candidates + "[\"XYZZY\"]", "candidates[0]: must be an object"),
                arguments("candidates", candidates + "[[]]", "candidates[0]: must be an object"),
                arguments("candidates", candidates + "[{}]", "candidates[0].candidate: is missing"),
                arguments(
                        "candidates", candidates + "[{\"candidate\":7}]", "candidates[0].candidate: must be a string"),
                arguments(
                        "candidates",
                        candidates + "[{\"candidate\":\"\\uDE00\"}]",
                        "candidates[0].candidate: must not contain half characters"),
                arguments(
                        "candidates",
                        candidates + "[{\"candidate\":\"" + longText + "\"}]",
                        "candidates[0].candidate: must be at most 1024 characters"),
                arguments(
                        "candidates",
                        candidates + "[{\"candidate\":\"\",\"sdpMid\":0}]",
                        "candidates[0].sdpMid: must be a string"),
                arguments(
                        "candidates",
                        candidates + "[{\"candidate\":\"\",\"sdpMLineIndex\":-1}]",
                        "candidates[0].sdpMLineIndex: must not be negative"),
                arguments(
                        "candidates",
                        candidates + "[{\"candidate\":\"\",\"sdpMLineIndex\":\"0\"}]",
                        "candidates[0].sdpMLineIndex: must be a whole number"),
                arguments(
                        "candidates",
                        candidates + "[{\"candidate\":\"\",\"sdpMLineIndex\":1e999999999}]",
                        "candidates[0].sdpMLineIndex: must be a whole number"),
                arguments(
                        "candidates",
                        candidates + "[{\"candidate\":\"\",\"sdpMLineIndex\":1e-999999999}]",
                        "candidates[0].sdpMLineIndex: must be a whole number"),
                arguments(
                        "candidates",
                        candidates + "[{\"candidate\":\"\",\"sdpMLineIndex\":2147483648}]",
                        "candidates[0].sdpMLineIndex: must be a whole number"),
                arguments("state", state, "hand: is missing"),
                arguments("state", state + ",\"hand\":null", "hand: is missing"),
                arguments("state", state + ",\"hand\":\"true\"", "hand: must be true or false"),
                arguments("state", state + ",\"hand\":1", "hand: must be true or false"),
                arguments("ping", ",\"received\":-1", "received: must not be negative"),
                arguments("ping", ",\"received\":1.5", "received: must be a whole number"),
                arguments("ping", ",\"received\":1.0", "received: must be a whole number"),
                arguments("ping", ",\"received\":1e2", "received: must be a whole number"),
                arguments("ping", ",\"received\":\"7\"", "received: must be a whole number"),
                arguments("ping", ",\"received\":9223372036854775808", "received: must be a whole number"),
                arguments("report", ",\"setup\":-1", "setup: must not be negative"),
                arguments("report", ",\"setup\":600001", "setup: must be at most 600000"),
                arguments("report", ",\"setup\":0.5", "setup: must be a whole number"),
                arguments("report", ",\"rtt\":-1", "rtt: must not be negative"),
                arguments("report", ",\"rtt\":60001", "rtt: must be at most 60000"),
                arguments("report", ",\"rtt\":\"7\"", "rtt: must be a whole number"),
                arguments("report", ",\"loss\":-0.01", "loss: must be from 0 to 1"),
                arguments("report", ",\"loss\":1.01", "loss: must be from 0 to 1"),
                arguments("report", ",\"loss\":\"0.5\"", "loss: must be a short number"),
                arguments("report", ",\"loss\":[0]", "loss: must be a short number"),
                arguments("report", ",\"loss\":1e999999999", "loss: must be a short number"),
                arguments("report", ",\"loss\":1e-19", "loss: must be a short number"),
                arguments("report", ",\"loss\":1e-999999999", "loss: must be a short number"),
                arguments("report", ",\"loss\":0.1234567890123456789", "loss: must be a short number"),
                arguments("report", ",\"failed\":\"XYZZY\"", "failed: must be checking or disconnected"),
                arguments("report", ",\"failed\":\"\"", "failed: must be checking or disconnected"),
                arguments("report", ",\"failed\":\"checking\\n\"", "failed: must be checking or disconnected"),
                arguments("report", ",\"failed\":true", "failed: must be a string"));
    }

    @ParameterizedTest
    @MethodSource
    void what_would_cost_the_server_dearly_is_refused(String text, Code code) {
        assertThat(refusalOf(text).code()).isEqualTo(code);
    }

    static Stream<Arguments> what_would_cost_the_server_dearly_is_refused() {
        String digits = "7".repeat(20_000);
        return Stream.of(
                arguments("[".repeat(60_000), MALFORMED),
                arguments("{\"type\":\"leave\",\"x\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}", MALFORMED),
                arguments("{\"x\":".repeat(10_000), MALFORMED),
                arguments("[".repeat(100_000), TOO_LARGE),
                arguments("\"" + MARK.repeat(100_000), TOO_LARGE),
                arguments("{\"type\":\"leave\"}" + " ".repeat(new Settings().frameLength()), TOO_LARGE),
                arguments("{\"type\":\"leave\",\"x\":" + digits + "}", MALFORMED),
                arguments("{\"type\":\"leave\",\"x\":0." + digits + "}", MALFORMED),
                arguments("{\"type\":\"ping\",\"received\":1e" + digits + "}", MALFORMED));
    }

    private Refusal refusalOf(String text) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> codec.decode(text));
        assertThat(refusal).as("refusal").isNotNull();
        // What a client sends must not come back: it could be shown, or logged, somewhere.
        assertThat(refusal.getMessage()).doesNotContain(MARK).hasSizeLessThan(80);
        return refusal;
    }
}
