package parley.ops;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One thing that an administrator may set.
 *
 * @param name the system property
 * @param type what a value is, in a few words
 * @param unit of what it is a number, or "–"
 * @param meaning what it does
 * @param unset what holds unless it is set
 * @param shown how documents show {@code unset}
 * @param must what a value has to do, to end the sentence that refuses another
 * @param secret whether no value may ever be printed
 * @param reading a value from its text, or nothing if it is wrong
 */
record Property<T>(
        String name,
        String type,
        String unit,
        String meaning,
        T unset,
        String shown,
        String must,
        boolean secret,
        Function<String, Optional<T>> reading) {

    private static final String NONE = "–";

    static Property<Integer> number(String name, int unset, int least, int most, String unit, String meaning) {
        String range = "whole number from " + least + " to " + most;
        return new Property<>(
                name,
                range,
                unit,
                meaning,
                unset,
                String.valueOf(unset),
                "be a " + range,
                false,
                text -> Optional.of(text)
                        // Fewer digits than could overflow; and parseInt would take those of other scripts.
                        .filter(digits -> digits.matches("[0-9]{1,9}"))
                        .map(Integer::valueOf)
                        .filter(number -> least <= number && number <= most));
    }

    static Property<Boolean> flag(String name, boolean unset, String meaning) {
        String type = "true or false";
        return new Property<>(
                name,
                type,
                NONE,
                meaning,
                unset,
                String.valueOf(unset),
                "be " + type,
                false,
                text -> Optional.of(text)
                        .filter(word -> word.matches("true|false"))
                        .map(Boolean::valueOf));
    }

    static <T> Property<T> text(
            String name, String type, T unset, String must, String meaning, Function<String, Optional<T>> reading) {
        return new Property<>(name, type, NONE, meaning, unset, NONE, must, false, reading);
    }

    Property<T> shownAs(String other) {
        return new Property<>(name, type, unit, meaning, unset, other, must, secret, reading);
    }

    Property<T> neverPrinted() {
        return new Property<>(name, type, unit, meaning, unset, shown, must, true, reading);
    }

    /** Its row in the table of documents. */
    String row() {
        return "| `" + String.join(" | ", name + '`', type, unit, shown, meaning) + " |";
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
