package parley.bench;

import java.util.concurrent.CompletableFuture;

/** How the clients of a server talk to it, and by it to each other. */
interface Dialect {

    /** Connects and says nothing yet. */
    CompletableFuture<Client> connect(Generator clients, Running server, String room);

    /** Says who it is and to which room it belongs, as far as the server wants to know, and waits for the answer. */
    CompletableFuture<Client> arrive(Client client, String room);

    /** Waits until two who are in one room know of each other. */
    CompletableFuture<Client> meet(Client host, Client newcomer);

    /** Connects anew in place of one whose connection was lost, and waits until that is as it was. */
    CompletableFuture<Client> comeBack(Generator clients, Running server, String room, Client lost);

    /** What is said so that it gets to another. */
    String addressed(String frame, Client to);

    /** A frame of so many characters for another. */
    String frame(int length, Client to);

    /** Does what a client does with a frame, and tells whether it came from another client. */
    boolean isRelayed(Client client, String frame);

    /** Says what a page says in and after a call besides, and closes. */
    default CompletableFuture<Void> leave(Client client) {
        return client.close();
    }

    /** The first step of most. */
    default CompletableFuture<Client> join(Generator clients, Running server, String room) {
        return connect(clients, server, room).thenCompose(client -> arrive(client, room));
    }

    /** Makes a text as long as it should be, where it has a gap. */
    static String padded(String text, int length) {
        return text.replace("{gap}", "x".repeat(length - text.length() + "{gap}".length()));
    }
}
