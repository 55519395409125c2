package parley.room;

import static parley.message.Refusal.Code.ALREADY_JOINED;
import static parley.message.Refusal.Code.NOT_JOINED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.spi.JsonProvider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import parley.line.Line;
import parley.line.Lines;
import parley.message.Frame;
import parley.message.MessageCodec;
import parley.message.Peer;
import parley.message.Refusal;
import parley.message.ServerMessage;
import parley.message.ServerMessage.Departure;
import parley.ops.Metrics;
import parley.ops.Settings;

/**
 * Every room there is. A rule of {@link Room} is applied to one room at a time, and what it decides to tell is
 * enqueued in the same step, so all peers of a room see its changes in one order. Sockets are written afterwards.
 */
@ApplicationScoped
public class Rooms {

    private static final Logger LOG = System.getLogger(Rooms.class.getName());

    /** Kept, since Json looks for it anew each time, through all that the server has. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private final ConcurrentHashMap<String, Room> rooms = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, String> roomOfPeer = new ConcurrentHashMap<>();

    @Inject
    Lines lines;

    @Inject
    MessageCodec codec;

    @Inject
    Settings settings;

    /** Puts a peer into a room, which comes into being with its first peer. */
    public void join(Peer peer, String name) {
        if (roomOfPeer.putIfAbsent(peer.id(), name) != null) {
            throw new Refusal(ALREADY_JOINED, "leave the room first: a peer is in one room at a time");
        }
        try {
            apply(name, room -> room.join(peer));
        } catch (RuntimeException e) {
            roomOfPeer.remove(peer.id(), name);
            throw e;
        }
        LOG.log(Level.INFO, "Peer {0} joined room {1}", peer.id(), quoted(name));
    }

    /** Takes a peer out of its room, which ceases to be with its last peer. False if the peer was in none. */
    public boolean leave(String id, Departure reason) {
        String name = roomOfPeer.remove(id);
        if (name == null) {
            return false;
        }
        apply(name, room -> room.leave(id, reason));
        LOG.log(
                Level.INFO,
                "Peer {0} {1} room {2}",
                id,
                reason == Departure.left ? "left" : "was lost from",
                quoted(name));
        return true;
    }

    /** Tells a peer's room, if it is in one, that its connection is down. */
    public void away(String id) {
        inRoomOf(id, room -> room.away(id));
    }

    /** Tells a peer's room, if it is in one, that its connection is up again. */
    public void back(String id) {
        inRoomOf(id, room -> room.back(id));
    }

    private void inRoomOf(String id, Function<Room, Outcome> rule) {
        String name = roomOfPeer.get(id);
        if (name != null) {
            apply(name, rule);
        }
    }

    /** Hands a message to another peer of the sender's room. */
    public void relay(String from, String to, ServerMessage message) {
        String name = roomOf(from);
        // What is relayed may be long, and is written before others have to wait for it.
        Frame frame = codec.encode(message);
        apply(name, room -> room.relay(from, to, message), relayed -> frame);
    }

    /** Tells a peer's room what it sends at the moment. */
    public void state(String id, Peer.State state) {
        apply(roomOf(id), room -> room.state(id, state));
    }

    /** Whether a peer is in a room. */
    public boolean holds(String id) {
        return roomOfPeer.containsKey(id);
    }

    /** Who is in a room; nobody, if there is no such room. */
    public Collection<Peer> look(String name) {
        Room room = rooms.get(name);
        return room == null ? Set.of() : room.peers().values();
    }

    void show(@Observes @Initialized(ApplicationScoped.class) Object startup, Metrics metrics) {
        metrics.rooms(rooms::size);
        metrics.peers(roomOfPeer::size);
    }

    /** How many rooms there are. */
    public int count() {
        return rooms.size();
    }

    /** The room that a peer is in, for the log. */
    public String nameOfRoom(String id) {
        String name = roomOfPeer.get(id);
        return name == null ? "no room" : "room " + quoted(name);
    }

    private static String quoted(String name) {
        return JSON.createValue(name).toString();
    }

    private String roomOf(String id) {
        String name = roomOfPeer.get(id);
        if (name == null) {
            throw new Refusal(NOT_JOINED, "join a room first");
        }
        return name;
    }

    private void apply(String name, Function<Room, Outcome> rule) {
        apply(name, rule, codec::encode);
    }

    private void apply(String name, Function<Room, Outcome> rule, Function<ServerMessage, Frame> writing) {
        Set<Line> told = new LinkedHashSet<>();
        rooms.compute(name, (key, room) -> {
            Outcome outcome = rule.apply(room == null ? Room.empty(key, settings.roomCapacity()) : room);
            for (Delivery delivery : outcome.deliveries()) {
                Frame frame = writing.apply(delivery.message());
                for (String id : delivery.to()) {
                    lines.of(id).ifPresent(line -> {
                        line.enqueue(frame);
                        told.add(line);
                    });
                }
            }
            return outcome.next().isEmpty() ? null : outcome.next();
        });
        told.forEach(Line::flush);
    }
}
