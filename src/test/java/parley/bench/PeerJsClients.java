package parley.bench;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** What PeerJS says to PeerServer: an id and a token in the address, and frames for another id. */
final class PeerJsClients implements Dialect {

    @Override
    public CompletableFuture<Client> connect(Generator clients, Running server, String room) {
        return connect(
                clients, server, UUID.randomUUID().toString(), UUID.randomUUID().toString());
    }

    private static CompletableFuture<Client> connect(Generator clients, Running server, String id, String token) {
        String path = "/peerjs?key=peerjs&id=" + id + "&token=" + token + "&version=1.5.5";
        return clients.connect(server.webSocket(path), null).thenApply(client -> {
            client.id = id;
            client.secret = token;
            return client;
        });
    }

    @Override
    public CompletableFuture<Client> arrive(Client client, String room) {
        return client.hears("\"OPEN\"").thenApply(open -> client);
    }

    @Override
    public CompletableFuture<Client> meet(Client host, Client newcomer) {
        return CompletableFuture.completedFuture(newcomer);
    }

    /** PeerServer says OPEN only to whom it believes to be new. */
    @Override
    public CompletableFuture<Client> comeBack(Generator clients, Running server, String room, Client lost) {
        return connect(clients, server, lost.id, lost.secret);
    }

    @Override
    public String addressed(String frame, Client to) {
        return frame.replace("{to}", to.id);
    }

    @Override
    public String frame(int length, Client to) {
        String frame = "{\"type\":\"CANDIDATE\",\"payload\":{\"candidate\":\"{gap}\"},\"dst\":\"{to}\"}";
        return Dialect.padded(addressed(frame, to), length);
    }

    @Override
    public boolean isRelayed(Client client, String frame) {
        return true;
    }
}
