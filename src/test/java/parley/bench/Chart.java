package parley.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Bars of the medians, one block for each measure, with a line from the least to the most. */
final class Chart {

    private static final List<Measure> SHOWN = List.of(
            Measure.CALL_CPU,
            Measure.CALL_BYTES,
            Measure.FRAME_CPU,
            Measure.HANDSHAKE_CPU,
            Measure.LATENCY_MEDIAN,
            Measure.LATENCY_TAIL,
            Measure.IDLE_MEMORY,
            Measure.RETURN,
            Measure.PICTURE);

    private static final int NAMES = 190;
    private static final int BARS = 420;
    private static final int LINE = 20;

    private final StringBuilder svg = new StringBuilder();
    private int y;

    private Chart() {}

    static String of(Collection<Results> results) {
        Chart chart = new Chart();
        SHOWN.forEach(measure -> chart.block(measure, results));
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 %d\" font-family=\"sans-serif\" font-size=\"12\">%n"
                        .formatted(chart.y + LINE)
                + "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n" + chart.svg + "</svg>\n";
    }

    private void block(Measure measure, Collection<Results> results) {
        y += LINE * 2;
        add("<text x=\"10\" y=\"%d\" font-weight=\"bold\">%s</text>", y, measure.heading());
        double longest = results.stream()
                .flatMap(it -> it.of(measure).stream())
                .mapToDouble(Sample::most)
                .max()
                .orElse(1);
        for (Results it : results) {
            it.of(measure).ifPresent(sample -> bar(it.name(), measure, sample, BARS / Math.max(longest, 1e-9)));
        }
    }

    private void bar(String name, Measure measure, Sample sample, double scale) {
        y += LINE;
        String colour = name.startsWith("Parley") ? "#1a73e8" : "#9aa0a6";
        double median = Math.max(0, sample.median() * scale);
        double most = Math.max(median, sample.most() * scale);
        add("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", NAMES - 8, y, name);
        add("<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"14\" fill=\"%s\"/>", NAMES, y - 11, median, colour);
        add(
                "<path d=\"M%.1f %d H%.1f\" stroke=\"#202124\"/>",
                NAMES + Math.max(0, sample.least() * scale), y - 4, NAMES + most);
        String value = measure.format.formatted(sample.median());
        add("<text x=\"%.1f\" y=\"%d\">%s</text>", NAMES + most + 6, y, value);
    }

    private void add(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
