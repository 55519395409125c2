package parley.ops;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One thing that an administrator may set.
 *
 * @param name the system property
 * @param unset what holds unless it is set
 * @param shown how documents show {@code unset}
 * @param must what a value has to do, to end the sentence that refuses another
 * @param secret whether no value may ever be printed
 * @param reading a value from its text, or nothing if it is wrong
 */
record Property<T>(
        String name, T unset, String shown, String must, boolean secret, Function<String, Optional<T>> reading) {

    static Property<Integer> number(String name, int unset, int least, int most) {
        return new Property<>(
                name,
                unset,
                String.valueOf(unset),
                "be a whole number from " + least + " to " + most,
                false,
                text -> Optional.of(text)
                        // Fewer digits than could overflow; and parseInt would take those of other scripts.
                        .filter(digits -> digits.matches("[0-9]{1,9}"))
                        .map(Integer::valueOf)
                        .filter(number -> least <= number && number <= most));
    }

    static Property<Boolean> flag(String name, boolean unset) {
        return new Property<>(
                name,
                unset,
                String.valueOf(unset),
                "be true or false",
                false,
                text -> Optional.of(text)
                        .filter(word -> word.matches("true|false"))
                        .map(Boolean::valueOf));
    }

    static <T> Property<T> text(String name, T unset, String must, Function<String, Optional<T>> reading) {
        return new Property<>(name, unset, "–", must, false, reading);
    }

    Property<T> shownAs(String other) {
        return new Property<>(name, unset, other, must, secret, reading);
    }

    Property<T> neverPrinted() {
        return new Property<>(name, unset, shown, must, true, reading);
    }

    /**
     * The value that a source of texts, null where it has none, gives this property.
     *
     * @throws IllegalArgumentException with a sentence naming the property, if it is wrong
     */
    T in(UnaryOperator<String> source) {
        String text = source.apply(name);
        return text == null
                ? unset
                : reading.apply(text).orElseThrow(() -> new IllegalArgumentException(refusal(text)));
    }

    private String refusal(String text) {
        return name + " must " + must + (secret ? "" : ", not \"" + text + '"');
    }
}
