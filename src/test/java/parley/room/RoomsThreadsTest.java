package parley.room;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import parley.line.FakeSocket;
import parley.line.FreshLines;
import parley.line.Lines;
import parley.message.Peer;
import parley.message.Refusal;
import parley.message.ServerMessage.Departure;

class RoomsThreadsTest {

    private static final int PEERS = 12;
    private static final int VISITS = 60;

    private final ExecutorService threads = Executors.newFixedThreadPool(PEERS);
    private final Lines lines = new FreshLines().lines();
    private final Rooms rooms = FreshRooms.on(lines);
    private final List<FakeSocket> sockets = new ArrayList<>();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @RepeatedTest(10)
    void a_storm_of_visits_leaves_no_room_and_everybody_saw_the_same_story() throws Exception {
        List<Future<?>> visitors = new ArrayList<>();
        for (int i = 0; i < PEERS; i++) {
            Peer peer = newcomer("p" + i);
            visitors.add(threads.submit(() -> visitAtRandom(peer)));
        }
        for (Future<?> visitor : visitors) {
            visitor.get(30, SECONDS);
        }

        assertThat(rooms.count()).isZero();
        assertThat(List.of("a", "b", "c"))
                .allSatisfy(name -> assertThat(rooms.look(name)).isEmpty());
        sockets.forEach(RoomsThreadsTest::assertThatTheStoryIsSound);
    }

    private Peer newcomer(String id) {
        Peer peer = new Peer(id, "Name of " + id, Peer.State.INITIAL);
        FakeSocket socket = FakeSocket.prompt();
        sockets.add(socket);
        lines.assign(
                lines.open(socket.session(), (line, departure) -> {}, () -> {}).line(), peer);
        return peer;
    }

    private void visitAtRandom(Peer peer) {
        for (int i = 0; i < VISITS; i++) {
            String room = List.of("a", "b", "c").get(ThreadLocalRandom.current().nextInt(3));
            try {
                rooms.join(peer, room);
                assertThat(rooms.look(room)).contains(peer).hasSizeLessThanOrEqualTo(8);
                assertThat(rooms.leave(peer.id(), Departure.left)).isTrue();
            } catch (Refusal refusal) {
                assertThat(refusal.code()).isEqualTo(Refusal.Code.ROOM_FULL);
                assertThat(rooms.leave(peer.id(), Departure.left)).isFalse();
            }
        }
    }

    /** Nobody comes who is there, nobody goes who is not: the frames of each visit add up. */
    private static void assertThatTheStoryIsSound(FakeSocket socket) {
        Set<String> there = new LinkedHashSet<>();
        for (String frame : socket.frames()) {
            JsonObject message = Json.createReader(new StringReader(frame)).readObject();
            switch (message.getString("type")) {
                case "joined" -> {
                    there.clear();
                    message.getJsonArray("peers")
                            .getValuesAs(JsonObject.class)
                            .forEach(peer ->
                                    assertThat(there.add(peer.getString("id"))).isTrue());
                }
                case "peer-joined" ->
                    assertThat(there.add(message.getJsonObject("peer").getString("id")))
                            .as("came: %s", frame)
                            .isTrue();
                case "peer-left" ->
                    assertThat(there.remove(message.getString("id")))
                            .as("went: %s", frame)
                            .isTrue();
                default -> throw new AssertionError(frame);
            }
        }
    }
}
