package parley.message;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

class HostileInputTest {

    private static final int INPUTS = 600_000;

    private static final MessageCodec CODEC = Samples.codec();
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();
    private static final Ordeal ORDEAL = new Ordeal(HostileInputTest::decode);

    @Property(tries = INPUTS, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void hostile_text_is_a_valid_message_or_is_refused_at_once(@ForAll("hostile") String text) {
        ORDEAL.undergo(text);
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.randomValue((Random random) -> HostileText.next(random));
    }

    @AfterContainer
    static void all_kinds_were_met_and_nothing_is_kept() {
        ORDEAL.end(INPUTS, "taken", "MALFORMED", "INVALID", "UNKNOWN_TYPE", "TOO_LARGE");
    }

    private static String decode(String text) {
        try {
            assertThat(VALIDATOR.validate(CODEC.decode(text))).isEmpty();
            return "taken";
        } catch (Refusal refusal) {
            assertThat(refusal.getMessage().length()).isBetween(1, 80);
            return refusal.code().name();
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("neither taken nor refused: " + text, e);
        }
    }
}
