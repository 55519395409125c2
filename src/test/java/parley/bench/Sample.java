package parley.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What was measured, round after round; never empty. */
record Sample(List<Double> values) {

    double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double least() {
        return values.stream().min(Double::compare).orElseThrow();
    }

    double most() {
        return values.stream().max(Double::compare).orElseThrow();
    }

    /** How many times that of another it is, round for round: what disturbed one round disturbed both. */
    Sample dividedBy(Sample other) {
        return new Sample(IntStream.range(0, Math.min(values.size(), other.values.size()))
                .mapToObj(i -> values.get(i) / other.values.get(i))
                .toList());
    }

    /** By how much it is more than another, round for round. */
    Sample minus(Sample other) {
        return new Sample(IntStream.range(0, Math.min(values.size(), other.values.size()))
                .mapToObj(i -> values.get(i) - other.values.get(i))
                .toList());
    }

    /** The median, and in brackets the least and the most. */
    String written(String format) {
        String median = String.format(Locale.ROOT, format, median());
        return values.size() == 1
                ? median
                : median + String.format(Locale.ROOT, " (" + format + "–" + format + ")", least(), most());
    }
}
