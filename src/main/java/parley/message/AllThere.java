package parley.message;

import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import java.lang.annotation.ElementType;

/**
 * For the validation of messages, of which nothing is loaded lazily: a container's own resolver asks Jakarta Persistence
 * about each of their fields, which costs more than all the rest of the validation.
 */
final class AllThere implements TraversableResolver {

    @Override
    public boolean isReachable(Object object, Path.Node property, Class<?> root, Path path, ElementType type) {
        return true;
    }

    @Override
    public boolean isCascadable(Object object, Path.Node property, Class<?> root, Path path, ElementType type) {
        return true;
    }
}
