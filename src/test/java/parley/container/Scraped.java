package parley.container;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the metrics were at a moment: their values by name and labels, as Prometheus writes them. */
final class Scraped {

    private final Map<String, Double> values;

    private Scraped(Map<String, Double> values) {
        this.values = values;
    }

    static Scraped from(Server server) {
        HttpResponse<String> answer = server.get("metrics");
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Scraped(answer.body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(toMap(
                        line -> line.substring(0, line.lastIndexOf(' ')),
                        line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)))));
    }

    double value(String series) {
        assertThat(values).containsKey(series);
        return values.get(series);
    }

    /** The names, without labels. */
    Set<String> names() {
        return values.keySet().stream().map(it -> it.replaceFirst("\\{.*", "")).collect(Collectors.toSet());
    }

    /** Every label there is, with its values. */
    Set<String> series() {
        return values.keySet();
    }

    /** By how much what is counted has grown, where it has. */
    Map<String, Double> growthSince(Scraped before) {
        Map<String, Double> growth = new TreeMap<>();
        values.forEach((series, value) -> {
            double more = value - before.value(series);
            if (series.matches(".*_(total|count)(\\{.*)?") && more != 0) {
                growth.put(series, more);
            }
        });
        return growth;
    }
}
