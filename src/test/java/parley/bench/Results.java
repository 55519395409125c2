package parley.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was measured at one server. */
final class Results {

    private final String name;
    private final Map<Measure, List<Double>> values = new EnumMap<>(Measure.class);
    private boolean generatorWasBusy;

    Results(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void add(Measure measure, double value) {
        values.computeIfAbsent(measure, key -> new ArrayList<>()).add(value);
        System.out.printf("%s: %s %s %s%n", name, measure.title, measure.format.formatted(value), measure.unit);
    }

    /** The clients had no time left themselves: the server may be capable of more handshakes. */
    void generatorWasBusy() {
        generatorWasBusy = true;
    }

    /** Lets go of what was measured while the server was warming up. */
    void forget() {
        values.clear();
        generatorWasBusy = false;
    }

    /** Lets go of these measures, likewise. */
    void forget(Measure... measures) {
        List.of(measures).forEach(values::remove);
    }

    /** Empty if it was not measured here. */
    Optional<Sample> of(Measure measure) {
        return Optional.ofNullable(values.get(measure)).map(Sample::new);
    }

    String written(Measure measure) {
        String atLeast = measure == Measure.HANDSHAKES && generatorWasBusy ? "≥ " : "";
        return of(measure).map(it -> atLeast + it.written(measure.format)).orElse("–");
    }
}
