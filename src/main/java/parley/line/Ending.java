package parley.line;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;

/** Why the server ends a connection (RFC 6455, section 7.4). Codes from 4400 are this protocol's own. */
public enum Ending {
    /** The server or the application stops. */
    DRAINING(CloseCodes.GOING_AWAY.getCode(), "the server is stopping"),
    /** The client does not speak {@code parley.v1}. */
    WRONG_PROTOCOL(CloseCodes.VIOLATED_POLICY.getCode(), "subprotocol parley.v1 expected"),
    /** No acceptable hello came in time. */
    NO_HELLO(CloseCodes.VIOLATED_POLICY.getCode(), "hello expected"),
    /** A binary frame where only text is spoken. */
    BINARY(CloseCodes.CANNOT_ACCEPT.getCode(), "only text is spoken here"),
    /** A frame over the limit. */
    TOO_LARGE(CloseCodes.TOO_BIG.getCode(), "frame too large"),
    /** The room of the verbatim relay holds no more. */
    FULL(CloseCodes.TRY_AGAIN_LATER.getCode(), "the room is full"),
    /** A send failed: there is nobody to read the reason, but the container wants one. */
    BROKEN(CloseCodes.UNEXPECTED_CONDITION.getCode(), "the connection broke"),
    /** Nothing was heard for too long. */
    SILENT(4408, "nothing heard"),
    /** The client does not read what it is sent. */
    READS_TOO_SLOWLY(4413, "reads too slowly");

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

    CloseReason reason() {
        // CloseCodes.getCloseCode would turn the 44xx into an anonymous code on some containers and throw on others.
        CloseCode closeCode = () -> code;
        return new CloseReason(closeCode, phrase);
    }
}
