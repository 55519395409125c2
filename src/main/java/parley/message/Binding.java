package parley.message;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes records of JSON objects, by the names of their components, and strictly. Implementations of JSON-B differ in what
 * they quietly coerce (a number into a string, {@code "yes"} into false), and a client should not have to find out which
 * one it talks to.
 *
 * @param <T> the record; its components are strings, boxed numbers and booleans, lists of these, and records
 */
final class Binding<T> {

    private interface Reader {
        /** The value at this path, which is not null. */
        Object read(String path, JsonValue value);
    }

    private record Component(String name, Reader reader) {}

    private final Constructor<T> constructor;
    private final List<Component> components = new ArrayList<>();

    Binding(Class<T> type) {
        List<Class<?>> types = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            types.add(component.getType());
            components.add(new Component(component.getName(), readerOf(component.getGenericType())));
        }
        try {
            constructor = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Refuses an object with a value of the wrong JSON type, and a list with a null; what is absent or null is null, what is
     * unknown is passed by.
     */
    T read(JsonObject json) {
        return read("", json);
    }

    private T read(String prefix, JsonObject json) {
        Object[] values = new Object[components.size()];
        Arrays.setAll(values, i -> {
            Component component = components.get(i);
            return orNull(component.reader, prefix + component.name, json.get(component.name));
        });
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Reader readerOf(Type type) {
        if (type == String.class) {
            return Binding::string;
        }
        if (type == Boolean.class) {
            return Binding::truth;
        }
        if (type == Integer.class) {
            return (path, value) -> (int) whole(path, value, Integer.MAX_VALUE);
        }
        if (type == Long.class) {
            return (path, value) -> whole(path, value, Long.MAX_VALUE);
        }
        if (type == Double.class) {
            return Binding::fraction;
        }
        if (type instanceof ParameterizedType list) {
            Reader item = readerOf(list.getActualTypeArguments()[0]);
            return (path, value) -> list(path, value, item);
        }
        Binding<?> binding = new Binding<>((Class<?>) type);
        return (path, value) -> {
            require(value instanceof JsonObject, path, "must be an object");
            return binding.read(path + ".", value.asJsonObject());
        };
    }

    private static Object orNull(Reader reader, String path, JsonValue value) {
        return value == null || value == JsonValue.NULL ? null : reader.read(path, value);
    }

    private static List<Object> list(String path, JsonValue value, Reader item) {
        require(value instanceof JsonArray, path, "must be an array");
        List<Object> list = new ArrayList<>();
        for (JsonValue it : value.asJsonArray()) {
            String place = path + "[" + list.size() + "]";
            require(it != JsonValue.NULL, place, "must not be null");
            list.add(item.read(place, it));
        }
        return list;
    }

    private static String string(String path, JsonValue value) {
        require(value instanceof JsonString, path, "must be a string");
        String string = ((JsonString) value).getString();
        require(isText(string), path, "must not contain half characters");
        return string;
    }

    private static boolean isText(String string) {
        // Half a surrogate pair can be escaped in JSON, but not be sent as UTF-8: Tyrus then neither sends nor calls
        // back, and the line of whoever it is for stands still.
        int point;
        for (int i = 0; i < string.length(); i += Character.charCount(point)) {
            point = string.codePointAt(i);
            if (Character.isBmpCodePoint(point) && Character.isSurrogate((char) point)) {
                return false;
            }
        }
        return true;
    }

    private static Boolean truth(String path, JsonValue value) {
        require(value == JsonValue.TRUE || value == JsonValue.FALSE, path, "must be true or false");
        return value == JsonValue.TRUE;
    }

    private static long whole(String path, JsonValue value, long most) {
        // Never expand the number: 1e999999999 is twelve bytes on the wire and a gigabyte as an integer.
        boolean fits = value instanceof JsonNumber number
                && number.bigDecimalValue().scale() == 0
                && number.bigDecimalValue().precision() <= 18
                && Math.abs(number.longValue()) <= most;
        require(fits, path, "must be a whole number");
        return ((JsonNumber) value).longValue();
    }

    private static double fraction(String path, JsonValue value) {
        boolean isShort = value instanceof JsonNumber number
                && number.bigDecimalValue().precision() <= 18
                && Math.abs((long) number.bigDecimalValue().scale()) <= 18;
        require(isShort, path, "must be a short number");
        return ((JsonNumber) value).doubleValue();
    }

    private static void require(boolean condition, String path, String message) {
        if (!condition) {
            throw new Refusal(Refusal.Code.INVALID, path + ": " + message);
        }
    }
}
