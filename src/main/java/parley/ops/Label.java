package parley.ops;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The values that the label of a counter may have. All of them are there from the start: a client can make none. */
interface Label {

    String name();

    /** As it stands in the metrics: lower case, with hyphens. */
    default String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One counter for each value, looked up once for all. */
    static <L extends Enum<L> & Label> Map<L, Counter> counters(
            MeterRegistry registry, String name, String meaning, String label, Class<L> values) {
        Map<L, Counter> counters = new EnumMap<>(values);
        for (L value : values.getEnumConstants()) {
            counters.put(
                    value,
                    Counter.builder(name)
                            .description(meaning)
                            .tag(label, value.value())
                            .register(registry));
        }
        return counters;
    }
}
