package parley.ops;

/** How a connection between two peers failed. */
public enum IceFailure implements Label {
    /** It never came about. */
    CHECKING,
    /** It was there, and was lost. */
    DISCONNECTED
}
