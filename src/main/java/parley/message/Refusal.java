package parley.message;

import java.util.Locale;

/** A message that cannot be carried out, by the fault of whoever sent it. Thrown before anything has changed. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What went wrong, for programs. */
    public enum Code {
        /** Not a JSON object with a type. */
        MALFORMED,
        /** A field is missing, of the wrong type, or out of bounds. */
        INVALID,
        /** No such type of message. */
        UNKNOWN_TYPE,
        /** Longer than the server takes. */
        TOO_LARGE,
        /** Something else came before hello. */
        HELLO_FIRST,
        /** A second hello. */
        ALREADY_GREETED,
        /** A second join without a leave. */
        ALREADY_JOINED,
        /** In no room. */
        NOT_JOINED,
        /** The room holds no more. */
        ROOM_FULL,
        /** The user is in as many rooms as may be. */
        TOO_MANY_ROOMS,
        /** Nobody of that id in this room. */
        NO_SUCH_PEER,
        /** The server's own fault; its log knows more. */
        INTERNAL;

        private final String wire = name().toLowerCase(Locale.ROOT).replace('_', '-');

        /** As it stands on the wire: lower case, with hyphens. */
        public String wire() {
            return wire;
        }
    }

    private final Code code;
    private final String re;

    /** A refusal of a message whose type is not known, or is added by {@link #re(String)}. */
    public Refusal(Code code, String message) {
        this(code, message, null);
    }

    private Refusal(Code code, String message, String re) {
        // A refusal is an answer, not an accident: a stack trace would only cost.
        super(message, null, false, false);
        this.code = code;
        this.re = re;
    }

    /** The same refusal, answering a message of that type. */
    public Refusal re(String type) {
        return new Refusal(code, getMessage(), type);
    }

    /** The type of the message that is refused, or null if it could not be read. */
    public String re() {
        return re;
    }

    /** What went wrong. */
    public Code code() {
        return code;
    }

    /** For the log: holds nothing that the client has sent. */
    @Override
    public String toString() {
        return (re == null ? "a message" : re) + ", " + code.wire() + " (" + getMessage() + ')';
    }

    /** The refusal as it is told to the client. */
    public ServerMessage.Failure toMessage() {
        return new ServerMessage.Failure(code.wire(), getMessage(), re);
    }
}
