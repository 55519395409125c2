package parley.message;

/** How deep JSON text nests, told without parsing it. */
final class Nesting {

    private Nesting() {}

    /** Whether brackets outside of strings are ever open more than {@code limit} deep. */
    static boolean exceeds(String json, int limit) {
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
                if (++depth > limit) {
                    return true;
                }
            } else if (c == '}' || c == ']') {
                depth--;
            }
        }
        return false;
    }
}
