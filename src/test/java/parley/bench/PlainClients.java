package parley.bench;

import java.util.concurrent.CompletableFuture;

/**
 * Nothing but frames, which go to whoever else is in the room; the path names it.
 *
 * @param areGreeted whether the server says "open" first
 */
record PlainClients(boolean areGreeted) implements Dialect {

    @Override
    public CompletableFuture<Client> connect(Generator clients, Running server, String room) {
        return clients.connect(server.webSocket("/" + room), null);
    }

    @Override
    public CompletableFuture<Client> arrive(Client client, String room) {
        return areGreeted ? client.hears("open").thenApply(open -> client) : CompletableFuture.completedFuture(client);
    }

    @Override
    public CompletableFuture<Client> meet(Client host, Client newcomer) {
        return CompletableFuture.completedFuture(newcomer);
    }

    @Override
    public CompletableFuture<Client> comeBack(Generator clients, Running server, String room, Client lost) {
        return join(clients, server, room);
    }

    @Override
    public String addressed(String frame, Client to) {
        return frame;
    }

    @Override
    public String frame(int length, Client to) {
        return Dialect.padded("{\"type\":\"candidates\",\"candidates\":[{\"candidate\":\"{gap}\"}]}", length);
    }

    @Override
    public boolean isRelayed(Client client, String frame) {
        return true;
    }
}
