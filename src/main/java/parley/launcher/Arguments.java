package parley.launcher;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The arguments of Payara Micro.
 *
 * @param words as they were typed; Payara takes options in any case
 */
record Arguments(List<String> words) {

    Arguments {
        words = List.copyOf(words);
    }

    static Arguments of(String... words) {
        return new Arguments(List.of(words));
    }

    /** What follows the option, if it is there. */
    Optional<String> after(String option) {
        return IntStream.range(1, words.size())
                .filter(i -> words.get(i - 1).equalsIgnoreCase(option))
                .mapToObj(words::get)
                .findFirst();
    }
}
