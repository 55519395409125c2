package parley.access;

import java.security.Principal;

/**
 * Who is at the other end of a connection, as far as the handshake tells. A principal, since that is what every
 * container hands from the request of the handshake on to the {@code jakarta.websocket.Session}, which knows neither
 * the address nor the request.
 *
 * @param address the client's IP address as text, always written the same way
 * @param user the name under which it has signed in, or null
 */
public record Visitor(String address, String user) implements Principal {

    /**
     * The visitor of a connection.
     *
     * @param principal what {@code Session.getUserPrincipal()} gives
     * @throws IllegalStateException if the handshake did not pass {@link HandshakeFilter}
     */
    public static Visitor of(Principal principal) {
        if (principal instanceof Visitor visitor) {
            return visitor;
        }
        throw new IllegalStateException("the handshake has not passed the filter");
    }

    /** The name under which it has signed in; empty if it has not. */
    @Override
    public String getName() {
        return user == null ? "" : user;
    }
}
