package parley.room;

import static parley.message.Refusal.Code.NOT_JOINED;
import static parley.message.Refusal.Code.NO_SUCH_PEER;
import static parley.message.Refusal.Code.ROOM_FULL;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import parley.message.Peer;
import parley.message.Refusal;
import parley.message.ServerMessage;

/**
 * The rule of joining, leaving and relaying, as a value: every method returns the next room and what to tell whom,
 * or throws a {@link Refusal} and decides nothing.
 *
 * @param name the room's name
 * @param capacity the most peers it holds
 * @param peers those inside, by id, in the order they came
 * @param away the ids of those whose connection is down, and whose place is kept
 */
record Room(String name, int capacity, Map<String, Peer> peers, Set<String> away) {

    Room {
        peers = Collections.unmodifiableMap(new LinkedHashMap<>(peers));
        away = Collections.unmodifiableSet(new LinkedHashSet<>(away));
    }

    static Room empty(String name, int capacity) {
        return new Room(name, capacity, Map.of(), Set.of());
    }

    boolean isEmpty() {
        return peers.isEmpty();
    }

    /** Tells the newcomer who is there and the others who came. */
    Outcome join(Peer newcomer) {
        if (peers.size() >= capacity) {
            throw new Refusal(ROOM_FULL, "the room is full");
        }
        List<String> toNewcomer = List.of(newcomer.id());
        List<Delivery> deliveries = new ArrayList<>();
        deliveries.add(new Delivery(toNewcomer, new ServerMessage.Joined(name, List.copyOf(peers.values()), capacity)));
        away.forEach(id -> deliveries.add(new Delivery(toNewcomer, new ServerMessage.PeerAway(id))));
        deliveries.add(new Delivery(peers.keySet(), new ServerMessage.PeerJoined(newcomer)));
        return new Outcome(changed(next -> next.put(newcomer.id(), newcomer)), deliveries);
    }

    /** Tells the others who is gone. */
    Outcome leave(String id, ServerMessage.Departure reason) {
        member(id);
        Room next = changed(remaining -> remaining.remove(id));
        return new Outcome(next, new Delivery(next.peers.keySet(), new ServerMessage.PeerLeft(id, reason)));
    }

    /** Tells the others that a peer's connection is down; once. */
    Outcome away(String id) {
        member(id);
        Set<String> next = new LinkedHashSet<>(away);
        return next.add(id) ? whereabouts(id, next, new ServerMessage.PeerAway(id)) : new Outcome(this);
    }

    /** Tells the others that a peer of whom they heard that it is away is no longer. */
    Outcome back(String id) {
        member(id);
        Set<String> next = new LinkedHashSet<>(away);
        return next.remove(id) ? whereabouts(id, next, new ServerMessage.PeerBack(id)) : new Outcome(this);
    }

    private Outcome whereabouts(String id, Set<String> nowAway, ServerMessage message) {
        return new Outcome(new Room(name, capacity, peers, nowAway), new Delivery(others(id), message));
    }

    /** Hands a message to one other peer of the room. */
    Outcome relay(String from, String to, ServerMessage message) {
        member(from);
        if (from.equals(to) || !peers.containsKey(to)) {
            throw new Refusal(NO_SUCH_PEER, "no such peer in this room");
        }
        return new Outcome(this, new Delivery(List.of(to), message));
    }

    /** Tells the others what a peer sends at the moment; those who come later learn it when they join. */
    Outcome state(String id, Peer.State state) {
        Peer peer = member(id).with(state);
        return new Outcome(
                changed(next -> next.put(id, peer)),
                new Delivery(
                        others(id),
                        new ServerMessage.StateOf(id, state.audio(), state.video(), state.screen(), state.hand())));
    }

    private Peer member(String id) {
        Peer peer = peers.get(id);
        if (peer == null) {
            throw new Refusal(NOT_JOINED, "join a room first");
        }
        return peer;
    }

    private List<String> others(String id) {
        List<String> others = new ArrayList<>(peers.keySet());
        others.remove(id);
        return others;
    }

    private Room changed(Consumer<Map<String, Peer>> change) {
        Map<String, Peer> next = new LinkedHashMap<>(peers);
        change.accept(next);
        Set<String> stillAway = new LinkedHashSet<>(away);
        stillAway.retainAll(next.keySet());
        return new Room(name, capacity, next, stillAway);
    }
}
