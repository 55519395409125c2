package parley.ops;

/** Why a client is refused: the first four as it connects, the others, the codes of {@code parley.v1}, later. */
public enum Refused implements Label {
    /** The handshake of a page of another origin. */
    ORIGIN,
    /** The handshake of an address that connects too often. */
    TOO_OFTEN,
    /** A handshake whose client does not wait for the answer. */
    EARLY,
    /** A connection for which there is no room. */
    BUSY,
    MALFORMED,
    INVALID,
    UNKNOWN_TYPE,
    TOO_LARGE,
    HELLO_FIRST,
    ALREADY_GREETED,
    ALREADY_JOINED,
    NOT_JOINED,
    ROOM_FULL,
    TOO_MANY_ROOMS,
    NO_SUCH_PEER,
    INTERNAL
}
