package parley.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CodecPropertiesTest {

    private final MessageCodec codec = Samples.codec();

    @Property
    void any_text_is_a_message_or_a_refusal(@ForAll String text) {
        decode(text);
    }

    @Property
    void any_damaged_message_is_a_message_or_a_refusal(@ForAll("damaged") String text) {
        decode(text);
    }

    @Property
    void any_fields_make_a_message_or_a_refusal(@ForAll("objects") String text) {
        decode(text);
    }

    @Property
    void nothing_but_text_of_one_line_is_a_name(@ForAll String name) {
        try {
            ClientMessage.Join join =
                    (ClientMessage.Join) codec.decode("{\"type\":\"join\",\"room\":" + quoted(name) + "}");
            assertThat(join.room()).isEqualTo(name).hasSizeBetween(1, ClientMessage.MAX_NAME);
            assertThat(name.codePoints().map(Character::getType).boxed())
                    .doesNotContain(
                            (int) Character.CONTROL, (int) Character.SURROGATE, (int) Character.LINE_SEPARATOR, (int)
                                    Character.PARAGRAPH_SEPARATOR);
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo(Refusal.Code.INVALID);
        }
    }

    @Property
    void any_description_is_relayed_as_it_came(@ForAll String sdp) {
        try {
            ClientMessage.Offer offer = (ClientMessage.Offer)
                    codec.decode("{\"type\":\"offer\",\"to\":\"p1\",\"sdp\":" + quoted(sdp) + "}");
            assertThat(offer.sdp()).isEqualTo(sdp);
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo(Refusal.Code.INVALID);
        }
    }

    @Provide
    Arbitrary<String> damaged() {
        Arbitrary<String> valid = Arbitraries.of(Samples.OF_TYPE.values());
        Arbitrary<String> splinter = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(6), Arbitraries.of("null", "\"", "{", "]", "1e9", ","));
        return Combinators.combine(
                        valid,
                        Arbitraries.integers().between(0, 120),
                        Arbitraries.integers().between(0, 9),
                        splinter)
                .as((text, at, length, put) -> {
                    int from = Math.min(at, text.length());
                    return text.substring(0, from) + put + text.substring(Math.min(from + length, text.length()));
                });
    }

    @Provide
    Arbitrary<String> objects() {
        Arbitrary<String> value = Arbitraries.of(
                "null",
                "true",
                "-1",
                "0",
                "1.5",
                "1e999999999",
                "\"\"",
                "\"p1\"",
                "[]",
                "{}",
                "[null]",
                "[[1]]",
                "[{\"candidate\":\"\"}]",
                "[{\"candidate\":null,\"sdpMLineIndex\":1e400}]",
                "9".repeat(1200));
        Arbitrary<String> field = Combinators.combine(
                        Arbitraries.of(
                                "name",
                                "room",
                                "to",
                                "sdp",
                                "candidates",
                                "audio",
                                "hand",
                                "received",
                                "setup",
                                "loss",
                                "failed",
                                "x"),
                        value)
                .as((name, json) -> ",\"" + name + "\":" + json);
        return Combinators.combine(
                        Arbitraries.of(Samples.OF_TYPE.keySet()), field.list().ofMaxSize(4))
                .as((type, fields) -> "{\"type\":\"" + type + "\"" + String.join("", fields) + "}");
    }

    private void decode(String text) {
        try {
            assertThat(codec.decode(text)).isNotNull();
        } catch (Refusal refusal) {
            assertThat(refusal.getMessage()).isNotBlank().hasSizeLessThan(80);
        } catch (RuntimeException | StackOverflowError e) {
            fail("not a refusal", e);
        }
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> quoted.append("\\u%04x".formatted(c)));
        return quoted.append('"').toString();
    }
}
