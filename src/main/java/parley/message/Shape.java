package parley.message;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;

/**
 * Compares JSON with the record it is meant for, before JSON-B binds it: implementations differ in what they
 * quietly coerce (a number into a string, {@code "yes"} into false), and a client should not have to find out which
 * one it talks to.
 */
final class Shape {

    private Shape() {}

    /** Refuses an object with a value of the wrong JSON type; absent, null and unknown fields pass. */
    static void check(JsonObject json, Class<?> type) {
        check("", json, type);
    }

    private static void check(String prefix, JsonObject json, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            check(prefix + component.getName(), json.get(component.getName()), component.getGenericType());
        }
    }

    private static void check(String path, JsonValue value, Type type) {
        if (value == null || value == JsonValue.NULL) {
            return;
        }
        if (type == String.class) {
            require(value instanceof JsonString, path, "must be a string");
            require(isText(((JsonString) value).getString()), path, "must not contain half characters");
        } else if (type == Boolean.class) {
            require(value == JsonValue.TRUE || value == JsonValue.FALSE, path, "must be true or false");
        } else if (type == Integer.class || type == Long.class) {
            require(value instanceof JsonNumber number && fits(number, type), path, "must be a whole number");
        } else if (type == Double.class) {
            require(value instanceof JsonNumber number && isShort(number), path, "must be a short number");
        } else if (type instanceof ParameterizedType list) {
            require(value instanceof JsonArray, path, "must be an array");
            JsonArray items = value.asJsonArray();
            for (int i = 0; i < items.size(); i++) {
                check(path + "[" + i + "]", items.get(i), list.getActualTypeArguments()[0]);
            }
        } else {
            require(value instanceof JsonObject, path, "must be an object");
            check(path + ".", value.asJsonObject(), (Class<?>) type);
        }
    }

    private static boolean isText(String string) {
        // Half a surrogate pair can be escaped in JSON, but not be sent as UTF-8: Tyrus then neither sends nor calls
        // back, and the line of whoever it is for stands still.
        return string.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    private static boolean fits(JsonNumber number, Type type) {
        // Never expand the number: 1e999999999 is twelve bytes on the wire and a gigabyte as an integer.
        var decimal = number.bigDecimalValue();
        if (decimal.scale() != 0 || decimal.precision() > 18) {
            return false;
        }
        return type == Long.class || Math.abs(decimal.longValue()) <= Integer.MAX_VALUE;
    }

    private static boolean isShort(JsonNumber number) {
        var decimal = number.bigDecimalValue();
        return decimal.precision() <= 18 && Math.abs((long) decimal.scale()) <= 18;
    }

    private static void require(boolean condition, String path, String message) {
        if (!condition) {
            throw new Refusal(Refusal.Code.INVALID, path + ": " + message);
        }
    }
}
