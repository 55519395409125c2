package parley.signaling;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.websocket.CloseReason;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import parley.access.Visitor;
import parley.line.FakeSocket;

/** A client that counts and keeps as the protocol asks, on one connection after the other. */
final class ModelClient {

    private static final Visitor SOMEBODY = new Visitor("192.0.2.1", null);

    private final Supplier<SignalingEndpoint> endpoints;

    private SignalingEndpoint endpoint;
    private FakeSocket socket;
    private int read;
    private final List<String> heard = new ArrayList<>();
    private final List<String> unconfirmed = new ArrayList<>();
    private long confirmed;
    private JsonObject welcome;

    ModelClient(Supplier<SignalingEndpoint> endpoints) {
        this.endpoints = endpoints;
    }

    String id() {
        return welcome == null ? null : welcome.getJsonObject("peer").getString("id");
    }

    boolean connected() {
        return endpoint != null;
    }

    /** The frames that count, since its last welcome that was not a resumption, in words. */
    List<String> heard() {
        return heard;
    }

    /** Opens a connection and says hello; true if it resumes. */
    boolean connect() {
        endpoint = endpoints.get();
        socket = FakeSocket.prompt().of(SOMEBODY);
        read = 0;
        endpoint.open(socket.session("parley.v1"));
        endpoint.text(hello(), true);
        hear(1);
        boolean resumed = welcome.getBoolean("resumed");
        if (resumed) {
            confirm(welcome.getInt("received"));
            unconfirmed.forEach(frame -> endpoint.text(frame, true));
        } else {
            heard.clear();
            unconfirmed.clear();
            confirmed = 0;
        }
        return resumed;
    }

    private String hello() {
        return welcome == null
                ? "{\"type\":\"hello\",\"name\":\"x\"}"
                : "{\"type\":\"hello\",\"resume\":{\"peer\":\"%s\",\"secret\":\"%s\",\"received\":%d}}"
                        .formatted(id(), welcome.getString("secret"), heard.size());
    }

    /** Says something that counts. Unless it is connected and the frame arrives, it is said on the next connection. */
    void say(String frame, boolean arrives) {
        unconfirmed.add(frame);
        if (arrives && connected()) {
            endpoint.text(frame, true);
        }
    }

    /** Hears all that came, and confirms it. */
    void ping() {
        hear(Integer.MAX_VALUE);
        endpoint.text("{\"type\":\"ping\",\"received\":" + heard.size() + "}", true);
        hear(Integer.MAX_VALUE);
    }

    /** Answers the ping of a WebSocket. */
    void giveSignOfLife() {
        endpoint.pong(null);
    }

    /** The connection ends so, after at most so many of the frames under way have come. */
    void end(int code, int stillHears) {
        hear(stillHears);
        endpoint.close(new CloseReason(() -> code, "over"));
        endpoint = null;
    }

    void hear(int atMost) {
        for (int i = 0; i < atMost && read < socket.frames().size(); i++) {
            take(Json.createReader(new StringReader(socket.frames().get(read++)))
                    .readObject());
        }
    }

    private void take(JsonObject message) {
        String type = message.getString("type");
        switch (type) {
            case "welcome" -> welcome = message;
            case "pong" -> confirm(message.getInt("received"));
            case "joined" -> {
                List<String> ids = message.getJsonArray("peers").stream()
                        .map(JsonValue::asJsonObject)
                        .map(peer -> peer.getString("id"))
                        .toList();
                heard.add(type + " " + ids);
            }
            case "peer-joined" ->
                heard.add(type + " " + message.getJsonObject("peer").getString("id"));
            case "peer-left" -> heard.add(type + " " + message.getString("id") + " " + message.getString("reason"));
            case "peer-away", "peer-back" -> heard.add(type + " " + message.getString("id"));
            case "offer" -> heard.add(type + " " + message.getString("from") + " " + message.getString("sdp"));
            case "state" -> heard.add(type + " " + message.getString("from"));
            case "error" -> heard.add(type + " " + message.getString("code"));
            default -> heard.add(type);
        }
    }

    private void confirm(long received) {
        while (confirmed < received) {
            unconfirmed.remove(0);
            confirmed++;
        }
    }
}
