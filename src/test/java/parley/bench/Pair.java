package parley.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Two clients in a room of their own. */
record Pair(String room, Client host, Client newcomer) {

    private static final AtomicInteger ROOMS = new AtomicInteger();

    static String newRoom() {
        return "room-" + ROOMS.incrementAndGet();
    }

    /** One after the other comes to a new room, until they know of each other. */
    static CompletableFuture<Pair> meets(Dialect dialect, Generator clients, Running server) {
        String room = newRoom();
        return dialect.join(clients, server, room)
                .thenCompose(host -> dialect.join(clients, server, room)
                        .thenCompose(newcomer -> dialect.meet(host, newcomer))
                        .thenApply(newcomer -> new Pair(room, host, newcomer)));
    }

    boolean isOpen() {
        return !host.closed.isDone() && !newcomer.closed.isDone();
    }

    CompletableFuture<Void> close() {
        return CompletableFuture.allOf(host.close(), newcomer.close());
    }

    /** Ends as a call does. */
    CompletableFuture<Void> leave(Dialect dialect) {
        return CompletableFuture.allOf(dialect.leave(host), dialect.leave(newcomer));
    }

    CompletableFuture<Void> reset() {
        return CompletableFuture.allOf(host.reset(), newcomer.reset());
    }
}
