package parley.message;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BracketsTest {

    private static final int LIMIT = 2;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":[]}",
                "{\"a\":\"[[[\"}",
                "{\"a\":\"\\\"[[[\"}",
                "{\"a\":\"\\\\\\\"[[[\"}",
                "{\"a\":\"\\\\\"}",
                "{\"[[[\":1} \n",
                "{\"a\":\"[[["
            })
    void brackets_in_strings_do_not_count(String json) {
        assertThatCode(() -> Brackets.check(json, LIMIT)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[[",
                "{\"a\":[{",
                "{\"a\":\"\",\"b\":[[",
                "{\"a\":\"\\\"\",\"b\":[[",
                "{\"a\":\"x\\\\\",\"b\":[[",
                "{\"a\":\"x\\\\\\\"\",\"b\":[["
            })
    void too_many_open_at_once_are_refused(String json) {
        assertThatThrownBy(() -> Brackets.check(json, LIMIT)).hasMessage("nested too deeply");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}x", "{}{}", "{}]", "{\"a\":\"x\\\\\"} x"})
    void more_than_one_object_is_refused(String json) {
        assertThatThrownBy(() -> Brackets.check(json, LIMIT)).hasMessage("not one JSON object");
    }
}
