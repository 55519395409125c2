package parley.ops;

/** A message that is passed on from one client to others. */
public enum Relayed implements Label {
    OFFER,
    ANSWER,
    CANDIDATES,
    STATE,
    /** A frame of the verbatim relay. */
    VERBATIM
}
