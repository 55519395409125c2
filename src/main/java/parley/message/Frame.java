package parley.message;

/**
 * A text frame on its way out.
 *
 * @param text what is sent
 * @param counts whether it is one of those that both sides count, and that is kept until the client has confirmed it
 * @param bytes its length in UTF-8
 */
public record Frame(String text, boolean counts, int bytes) {

    /** A frame of this text. */
    public static Frame of(String text, boolean counts) {
        return new Frame(text, counts, utf8Length(text));
    }

    /** The same, but it does not count. */
    public Frame uncounted() {
        return new Frame(text, false, bytes);
    }

    private static int utf8Length(String text) {
        int length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7f) {
                // Each half of a surrogate pair stands for two of the pair's four bytes.
                length += c > 0x7ff && !Character.isSurrogate(c) ? 2 : 1;
            }
        }
        return length;
    }
}
