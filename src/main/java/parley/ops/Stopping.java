package parley.ops;

/** The event that the application stops, while its sockets are still open; for servers that fire no Shutdown. */
public record Stopping() {}
