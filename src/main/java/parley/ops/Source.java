package parley.ops;

import java.util.Locale;
import java.util.function.UnaryOperator;

/** Where settings come from: system properties, else environment variables. */
final class Source {

    private Source() {}

    static UnaryOperator<String> ofThisServer() {
        return of(System::getProperty, System::getenv);
    }

    static UnaryOperator<String> of(UnaryOperator<String> properties, UnaryOperator<String> environment) {
        return name -> {
            String value = properties.apply(name);
            return value != null ? value : environment.apply(variable(name));
        };
    }

    /** The environment variable that stands for a system property. */
    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
