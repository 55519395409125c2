package parley.message;

import static parley.message.Refusal.Code.MALFORMED;

/** What can be told of JSON text without parsing it, and has to be: parsers recurse, and stop at the first value. */
final class Brackets {

    private Brackets() {}

    /** Refuses text whose brackets are ever open more than {@code limit} deep, or that goes on after the last one. */
    static void check(String json, int limit) {
        int depth = 0;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '"') {
                i = endOfString(json, i);
            } else if (c == '{' || c == '[') {
                require(++depth <= limit, "nested too deeply");
            } else if (c == '}' || c == ']') {
                require(--depth > 0 || json.substring(i + 1).isBlank(), "not one JSON object");
            }
        }
    }

    /** Where the string ends that begins here. Strings are long, and indexOf is faster than any loop of ours. */
    private static int endOfString(String json, int start) {
        int end = start;
        do {
            end = json.indexOf('"', end + 1);
        } while (end > 0 && isEscaped(json, end));
        return end < 0 ? json.length() : end;
    }

    private static boolean isEscaped(String json, int at) {
        int first = at;
        while (json.charAt(first - 1) == '\\') {
            first--;
        }
        return (at - first) % 2 == 1;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new Refusal(MALFORMED, message);
        }
    }
}
