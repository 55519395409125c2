package parley.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.concurrent.CompletableFuture;

/**
 * {@code parley.v1} as the page speaks it: hello and a look into the room in one flight from the home screen, join over
 * the same connection, a report with the first picture, close; a ping after 128 frames, and the way back by id and secret.
 */
final class ParleyClients implements Dialect {

    private static final int CONFIRMED_AFTER = 128;

    @Override
    public CompletableFuture<Client> connect(Generator clients, Running server, String room) {
        return clients.connect(server.webSocket("/signal"), "parley.v1");
    }

    @Override
    public CompletableFuture<Client> arrive(Client client, String room) {
        client.say("{\"type\":\"hello\",\"name\":\"Ada\"}");
        client.say("{\"type\":\"look\",\"room\":\"" + room + "\"}");
        return welcomed(client)
                .thenCompose(welcome -> type(client, "room"))
                .thenCompose(looked -> {
                    client.say("{\"type\":\"join\",\"room\":\"" + room + "\"}");
                    return type(client, "joined");
                })
                .thenApply(joined -> client);
    }

    @Override
    public CompletableFuture<Client> meet(Client host, Client newcomer) {
        return type(host, "peer-joined").thenApply(frame -> newcomer);
    }

    @Override
    public CompletableFuture<Client> comeBack(Generator clients, Running server, String room, Client lost) {
        String resume =
                "{\"type\":\"hello\",\"name\":\"Ada\",\"resume\":{\"peer\":\"%s\",\"secret\":\"%s\",\"received\":%d}}"
                        .formatted(lost.id, lost.secret, lost.received);
        return connect(clients, server, room).thenCompose(client -> {
            client.say(resume);
            return welcomed(client).thenApply(welcome -> {
                if (!welcome.getBoolean("resumed")) {
                    throw new IllegalStateException("not resumed: " + welcome);
                }
                return client;
            });
        });
    }

    @Override
    public String addressed(String frame, Client to) {
        return frame.replace("{to}", to.id);
    }

    @Override
    public String frame(int length, Client to) {
        String frame = "{\"type\":\"candidates\",\"to\":\"{to}\",\"candidates\":[{\"candidate\":\"{gap}\"}]}";
        return Dialect.padded(addressed(frame, to), length);
    }

    @Override
    public boolean isRelayed(Client client, String frame) {
        if (frame.startsWith("{\"type\":\"pong\"")) {
            return false;
        }
        client.received++;
        if (client.received % CONFIRMED_AFTER == 0) {
            client.say("{\"type\":\"ping\",\"received\":" + client.received + "}");
        }
        return true;
    }

    @Override
    public CompletableFuture<Void> leave(Client client) {
        client.say("{\"type\":\"report\",\"setup\":300,\"rtt\":1,\"loss\":0}");
        return client.close();
    }

    private static CompletableFuture<JsonObject> welcomed(Client client) {
        return client.hears("{\"type\":\"welcome\"").thenApply(frame -> {
            JsonObject welcome = Json.createReader(new StringReader(frame)).readObject();
            client.id = welcome.getJsonObject("peer").getString("id");
            client.secret = welcome.getString("secret");
            return welcome;
        });
    }

    private static CompletableFuture<String> type(Client client, String type) {
        return client.hears("{\"type\":\"" + type + "\"").whenComplete((frame, e) -> client.received++);
    }
}
