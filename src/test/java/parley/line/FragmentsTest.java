package parley.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FragmentsTest {

    private final Fragments fragments = new Fragments(5);

    @Test
    void a_message_in_one_piece_is_that_piece_however_long() {
        assertThat(fragments.join("one", true)).hasValue("one");
        assertThat(fragments.join("longer than allowed", true)).hasValue("longer than allowed");
        assertThat(fragments.join("", true)).hasValue("");
    }

    @Test
    void pieces_are_one_message_with_the_last_of_them() {
        assertThat(fragments.join("a", false)).isEmpty();
        assertThat(fragments.join("", false)).isEmpty();
        assertThat(fragments.join("bc", false)).isEmpty();
        assertThat(fragments.join("", true)).hasValue("abc");
        assertThat(fragments.join("next", true)).hasValue("next");
    }

    @Test
    void what_is_too_long_is_not_waited_for() {
        assertThat(fragments.join("12345", false)).isEmpty();
        assertThat(fragments.join("6", false)).hasValue("123456");
        assertThat(fragments.join("7", false)).isEmpty();
    }
}
