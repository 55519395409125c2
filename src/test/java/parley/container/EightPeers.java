package parley.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** A room of eight, one of whom may stop reading; the others go on talking. */
public final class EightPeers implements AutoCloseable {

    /** The smallest that Linux gives: the server is to find out soon that nobody reads. */
    private static final int RECEIVE_BUFFER = 2_304;

    private static final int SEVEN = 7;

    private final List<Caller> seven = new ArrayList<>();
    /** Who reads what the eighth hears, unless it stalls. */
    private Thread reader;

    private final RawSocket eighth;
    private final String eighthsId;
    private final String eighthsSecret;

    /**
     * Puts eight into a room.
     *
     * @param stalls whether the eighth reads nothing any more
     */
    public EightPeers(Server server, String room, boolean stalls) throws IOException {
        for (int i = 1; i <= SEVEN; i++) {
            Caller caller = Caller.join(server, "Peer " + i, room);
            seven.forEach(other -> other.expect("peer-joined"));
            seven.add(caller);
        }
        eighth = new RawSocket(server.signal().getPort(), stalls ? RECEIVE_BUFFER : 0);
        eighth.shakeHands(server.signal(), server.origin(), "parley.v1");
        eighth.say("{\"type\":\"hello\"}");
        JsonObject welcome = Json.createReader(new StringReader(Frames.textOf(eighth.next())))
                .readObject();
        eighthsId = welcome.getJsonObject("peer").getString("id");
        eighthsSecret = welcome.getString("secret");
        eighth.say("{\"type\":\"join\",\"room\":\"" + room + "\"}");
        seven.forEach(other -> other.expect("peer-joined"));
        if (!stalls) {
            reader = new Thread(this::read, "the eighth");
            reader.setDaemon(true);
            reader.start();
        }
    }

    private void read() {
        try {
            eighth.end();
        } catch (IOException e) {
            // The test is over.
        }
    }

    /**
     * Lets the seven speak in turn, each as soon as all have heard the one before: an offer to the eighth, a state to
     * everybody, and a small offer to the next.
     *
     * @param size of the offer to the eighth, in bytes
     * @return how long it took the seven to hear each turn, in nanoseconds
     */
    public long[] exchange(int turns, int size) {
        long[] latencies = new long[turns];
        String filler = "x".repeat(size);
        for (int i = 0; i < turns; i++) {
            Caller from = seven.get(i % SEVEN);
            Caller to = seven.get((i + 1) % SEVEN);
            long before = System.nanoTime();
            from.tell("{'type':'offer','to':'%s','sdp':'%s'}", eighthsId, filler);
            from.tell("{'type':'state','audio':true,'video':true,'screen':false,'hand':%b}", i % 2 == 0);
            from.tell("{'type':'offer','to':'%s','sdp':'%d of many'}", to.id(), i);
            for (Caller other : seven) {
                if (other != from) {
                    assertThat(hear(other, "state")).contains(from.id());
                }
            }
            assertThat(hear(to, "offer")).contains("\"" + i + " ");
            latencies[i] = System.nanoTime() - before;
        }
        return latencies;
    }

    /** The next frame that is not about the eighth. */
    private String hear(Caller who, String type) {
        String frame = who.next();
        while (frame.contains(eighthsId)) {
            frame = who.next();
        }
        assertThat(frame).startsWith("{\"type\":\"" + type + "\"");
        return frame;
    }

    /** How the connection of the eighth ends, once it reads again. */
    int endOfTheEighth() throws IOException {
        return eighth.end();
    }

    /** Lets a caller say that it is the eighth, to whom nothing has come, and returns the welcome. */
    JsonObject eighthIsBack(Caller caller) {
        return caller.resume(eighthsId, eighthsSecret, 0);
    }

    private void awaitTheAnswer() {
        try {
            reader.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        seven.forEach(Caller::leave);
        if (reader != null) {
            eighth.write(Frames.close(1000, "over"));
            awaitTheAnswer();
        }
        eighth.close();
    }
}
