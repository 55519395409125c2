package parley.line;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.Optional;
import java.util.Set;
import parley.message.ServerMessage.Departure;

/** Why the server ends a connection (RFC 6455, section 7.4). Codes from 4400 are this protocol's own. */
public enum Ending {
    /** The server or the application stops. */
    DRAINING(CloseCodes.GOING_AWAY.getCode(), "the server is stopping"),
    /** The client does not keep to RFC 6455, as the container found out. */
    BROKE_RULES(CloseCodes.PROTOCOL_ERROR.getCode(), "broke the rules of WebSockets"),
    /** The client does not speak {@code parley.v1}. */
    WRONG_PROTOCOL(CloseCodes.VIOLATED_POLICY.getCode(), "subprotocol parley.v1 expected"),
    /** The name of the relay's room is longer than any may be. */
    TOO_LONG(CloseCodes.VIOLATED_POLICY.getCode(), "name too long"),
    /** The hello was not acceptable. */
    NO_HELLO(CloseCodes.VIOLATED_POLICY.getCode(), "hello expected"),
    /** A binary frame where only text is spoken. */
    BINARY(CloseCodes.CANNOT_ACCEPT.getCode(), "only text is spoken here"),
    /** A frame over the limit. */
    TOO_LARGE(CloseCodes.TOO_BIG.getCode(), "frame too large"),
    /** The server, or the room of the verbatim relay, takes no more at the moment. */
    BUSY(CloseCodes.TRY_AGAIN_LATER.getCode(), "full, try again later"),
    /** A send failed: there is nobody to read the reason, but the container wants one. */
    BROKEN(CloseCodes.UNEXPECTED_CONDITION.getCode(), "the connection broke"),
    /** Nothing was heard for too long. */
    SILENT(4408, "nothing heard"),
    /** No hello came in time; maybe the network's fault, so the client may try again. */
    LATE(4408, "no hello in time"),
    /** The peer has come back on a newer connection. */
    REPLACED(4409, "replaced by a newer connection"),
    /** The client does not read what it is sent. */
    READS_TOO_SLOWLY(4413, "reads too slowly"),
    /** The client says more than anybody needs to. */
    FLOODS(4429, "too many messages");

    /** A page that was left; the last is a close frame without a code (RFC 6455, section 7.1.5). */
    private static final Set<Integer> BY_ITS_PAGE = Set.of(1000, 1005);

    /** The client's own fault, found out by the container or by us: coming back, it would only do the same again. */
    private static final Set<Integer> BY_ITS_FAULT = Set.of(1002, 1003, 1007, 1008, 1009, 4429);

    private final int code;
    private final String phrase;

    Ending(int code, String phrase) {
        this.code = code;
        this.phrase = phrase;
    }

    /** The number on the wire. */
    public int code() {
        return code;
    }

    /** For the log, such as {@code reads too slowly (4413)}. */
    @Override
    public String toString() {
        return phrase + " (" + code + ')';
    }

    CloseReason reason() {
        // CloseCodes.getCloseCode would turn the 44xx into an anonymous code on some containers and throw on others.
        CloseCode closeCode = () -> code;
        return new CloseReason(closeCode, phrase);
    }

    /** What a client has done whose socket the container closes with this code; empty if nothing is wrong with that. */
    static Optional<Ending> fault(int code) {
        if (!BY_ITS_FAULT.contains(code)) {
            return Optional.empty();
        }
        // The container finds out first when one frame holds too much.
        return Optional.of(code == TOO_LARGE.code ? TOO_LARGE : BROKE_RULES);
    }

    /** How a peer goes whose socket is closed with this code; empty if it may come back. */
    static Optional<Departure> departure(int code) {
        if (BY_ITS_PAGE.contains(code)) {
            return Optional.of(Departure.left);
        }
        return BY_ITS_FAULT.contains(code) ? Optional.of(Departure.lost) : Optional.empty();
    }
}
