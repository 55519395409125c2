package parley.line;

import java.util.Optional;

/**
 * Puts messages together again that a client sends in pieces (RFC 6455, section 5.4). Containers can do it too, but
 * Undertow without a bound, whatever bound is set. Not thread-safe: a container hands over the pieces of a session one after the other.
 */
final class Fragments {

    private final int most;
    private StringBuilder soFar = new StringBuilder();

    /**
     * @param most how many characters a message may have
     */
    Fragments(int most) {
        this.most = most;
    }

    /** The message that ends with this piece, or as much of one as is too long already. */
    Optional<String> join(String piece, boolean last) {
        if (last && soFar.isEmpty()) {
            return Optional.of(piece);
        }
        soFar.append(piece);
        if (!last && soFar.length() <= most) {
            return Optional.empty();
        }
        String message = soFar.toString();
        soFar = new StringBuilder();
        return Optional.of(message);
    }
}
