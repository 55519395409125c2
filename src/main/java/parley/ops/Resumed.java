package parley.ops;

/** What becomes of a client that says it was here before. */
public enum Resumed implements Label {
    /** It is where it was, and misses nothing. */
    RESUMED,
    /** It is the same peer, but starts anew. */
    FRESH,
    /** It has a wrong secret, and becomes another peer. */
    NEW
}
