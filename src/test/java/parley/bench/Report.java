package parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All that was measured, as a page of text with a plot beside it. */
final class Report {

    private final Size size;
    private final String loadBefore;
    private final Collection<Results> results;
    private final List<StartUp> starts;
    private final List<Ratio> ratios;

    Report(Size size, String loadBefore, Collection<Results> results, List<StartUp> starts, List<Ratio> ratios) {
        this.size = size;
        this.loadBefore = loadBefore;
        this.results = results;
        this.starts = starts;
        this.ratios = ratios;
    }

    /** Writes report.md and report.svg, and prints the first. */
    void write(Path folder) throws IOException {
        String text = String.join("\n", lines()) + "\n";
        Files.writeString(folder.resolve("report.md"), text);
        Files.writeString(folder.resolve("report.svg"), Chart.of(results));
        System.out.println(text);
    }

    private List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(LocalDate.now(ZoneOffset.UTC) + ", " + Machine.described() + "; load average " + loadBefore
                + " before, " + Machine.load() + " after.");
        lines.add("Medians of " + size.rounds() + " rounds in turn, of the pictures of " + size.blocks() * size.clicks()
                + " calls, of the starts of " + size.starts()
                + "; in brackets the least and the most. Without brackets: "
                + "measured once" + (Size.isQuick() ? "; **a quick run, whose figures mean nothing**." : "."));
        lines.addAll(List.of("", "| ratio, round for round | median | goal | |", "|---|---|---|---|"));
        ratios.forEach(it -> lines.add(it.row()));
        lines.addAll(List.of("", "![The medians as bars](report.svg)", ""));
        lines.add(row("", Results::name));
        lines.add(row("---", it -> "---"));
        for (Measure measure : Measure.values()) {
            if (measure != Measure.START) {
                lines.add(row(measure.heading(), it -> it.written(measure)));
            }
        }
        lines.addAll(List.of("", "| | " + Measure.START.heading() + " |", "|---|---|"));
        starts.stream()
                .flatMap(it -> it.results().stream())
                .forEach(it -> lines.add("| " + it.name() + " | " + it.written(Measure.START) + " |"));
        return lines;
    }

    private String row(String head, Function<Results, String> cell) {
        return results.stream().map(cell).collect(Collectors.joining(" | ", "| " + head + " | ", " |"));
    }
}
