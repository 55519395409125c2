package parley.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;

/** A client of {@code parley.v1} that expects every frame in its turn. */
public final class Caller extends Socket {

    private final String name;
    private String id;
    private String secret;

    private Caller(Server server, String name) {
        super(server.client(), server.signal(), server.origin(), "parley.v1", server.headers());
        this.name = name;
    }

    /** A caller that is connected and has said nothing yet. */
    public static Caller connect(Server server) {
        return new Caller(server, "nobody");
    }

    /** A caller that has said hello. */
    public static Caller greet(Server server, String name) {
        Caller caller = new Caller(server, name);
        caller.tell("{'type':'hello','name':'%s'}", name);
        JsonObject welcome = caller.expect("welcome");
        caller.id = welcome.getJsonObject("peer").getString("id");
        caller.secret = welcome.getString("secret");
        return caller;
    }

    /** A caller that is in a room. */
    public static Caller join(Server server, String name, String room) {
        Caller caller = greet(server, name);
        caller.tell("{'type':'join','room':'%s'}", room);
        caller.expect("joined");
        return caller;
    }

    /** Its peer's id. */
    public String id() {
        return id;
    }

    /** What proves that it is that peer. */
    String secret() {
        return secret;
    }

    /** Says hello as the peer of that id, and returns the welcome; {@code received} is JSON. */
    JsonObject resume(String peer, String secret, Object received) {
        tell("{'type':'hello','name':'Me','resume':{'peer':'%s','secret':'%s','received':%s}}", peer, secret, received);
        return expect("welcome");
    }

    /** Sends JSON, written with single quotes. */
    public void tell(String json, Object... arguments) {
        say(json.formatted(arguments).replace('\'', '"'));
    }

    /** The next frame, which has to be of this type. */
    public JsonObject expect(String type) {
        return read(next(), type);
    }

    /** The next frame, which has to be of this type and may take so many seconds. */
    JsonObject expectWithin(long seconds, String type) {
        return read(next(seconds), type);
    }

    private JsonObject read(String frame, String type) {
        assertThat(frame).as("what %s hears", name).startsWith("{\"type\":\"" + type + "\"");
        return Json.createReader(new StringReader(frame)).readObject();
    }

    /** The next frame, which has to be this error. */
    public JsonObject expectError(String code, String re) {
        JsonObject error = expect("error");
        assertThat(error.getString("code")).isEqualTo(code);
        assertThat(error.getString("re", null)).isEqualTo(re);
        return error;
    }

    /** Fails if there is any frame that was not expected: none stands before the answer to a ping. */
    public void expectNothing() {
        tell("{'type':'ping'}");
        expect("pong");
    }

    /** Says something and waits until the server has carried it out. */
    public void tellAndSettle(String json, Object... arguments) {
        tell(json, arguments);
        expectNothing();
    }

    @Override
    public String toString() {
        return name;
    }
}
