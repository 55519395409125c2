package parley.ops;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where settings come from: system properties, else environment variables, else what the server offers. */
final class Source {

    private Source() {}

    static UnaryOperator<String> ofThisServer() {
        return firstOf(List.of(System::getProperty, variables(System::getenv), microProfile()));
    }

    /** The first of these that has a value. */
    static UnaryOperator<String> firstOf(List<UnaryOperator<String>> sources) {
        return name -> sources.stream()
                .map(source -> source.apply(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** By the names of environment variables that stand for system properties. */
    static UnaryOperator<String> variables(UnaryOperator<String> environment) {
        return name -> environment.apply(
                name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
    }

    /** MicroProfile Config, which not every server has: TomEE's web profile has not. */
    private static UnaryOperator<String> microProfile() {
        try {
            Config config = ConfigProvider.getConfig();
            return name -> config.getOptionalValue(name, String.class).orElse(null);
        } catch (NoClassDefFoundError | IllegalStateException e) {
            return name -> null;
        }
    }
}
