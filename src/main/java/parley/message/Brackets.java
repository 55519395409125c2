package parley.message;

import static parley.message.Refusal.Code.MALFORMED;

/** What can be told of JSON text without parsing it, and has to be: parsers recurse, and stop at the first value. */
final class Brackets {

    private Brackets() {}

    /** Refuses text whose brackets are ever open more than {@code limit} deep, or that goes on after the last one. */
    static void check(String json, int limit) {
        int depth = 0;
        boolean inString = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inString) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    inString = false;
                }
            } else if (c == '"') {
                inString = true;
            } else if (c == '{' || c == '[') {
                require(++depth <= limit, "nested too deeply");
            } else if (c == '}' || c == ']') {
                require(--depth > 0 || json.substring(i + 1).isBlank(), "not one JSON object");
            }
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new Refusal(MALFORMED, message);
        }
    }
}
