package parley.ops;

/** Why the server ends connections: the endings of {@code parley.line} that are worth a look. */
public enum Ended implements Label {
    DRAINING,
    WRONG_PROTOCOL,
    BROKE_RULES,
    NO_HELLO,
    LATE,
    SILENT,
    BINARY,
    TOO_LARGE,
    TOO_LONG,
    BUSY,
    READS_TOO_SLOWLY,
    FLOODS
}
