package parley.signaling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What every peer ought to hear, by the plainest means: lists of words, and whole seconds. */
final class Model {

    /** Seconds without a connection after which the others hear of it, and after which the peer is lost. */
    private static final int NOTICE = 2;

    private static final int GRACE = 30;

    private final Map<String, Entry> peers = new LinkedHashMap<>();

    private static final class Entry {
        private final List<String> hears = new ArrayList<>();
        private String room;
        private int awayFor = -1;
        private boolean noticed;
        /** When it came into the room, to list the others in order. */
        private int since;
    }

    private int arrivals;

    /** What a peer ought to have heard since its last welcome that was not a resumption. */
    List<String> heardBy(String id) {
        return peers.get(id).hears;
    }

    boolean knows(String id) {
        return peers.containsKey(id);
    }

    int rooms() {
        return (int) peers.values().stream()
                .map(peer -> peer.room)
                .filter(room -> room != null)
                .distinct()
                .count();
    }

    void hello(String id) {
        peers.put(id, new Entry());
    }

    void join(String id, String room) {
        Entry self = peers.get(id);
        if (self.room != null) {
            self.hears.add("error already-joined");
            return;
        }
        List<Map.Entry<String, Entry>> inside = peers.entrySet().stream()
                .filter(peer -> room.equals(peer.getValue().room))
                .sorted((one, other) -> one.getValue().since - other.getValue().since)
                .toList();
        self.hears.add("joined " + inside.stream().map(Map.Entry::getKey).toList());
        // In the order in which they went away.
        awayIn(room).forEach(other -> self.hears.add("peer-away " + other));
        inside.forEach(peer -> peer.getValue().hears.add("peer-joined " + id));
        self.room = room;
        self.since = arrivals++;
    }

    private final List<String> noticedInOrder = new ArrayList<>();

    private List<String> awayIn(String room) {
        return noticedInOrder.stream()
                .filter(id -> room.equals(peers.get(id).room))
                .toList();
    }

    void leave(String id) {
        Entry self = peers.get(id);
        if (self.room == null) {
            self.hears.add("error not-joined");
            return;
        }
        outOfRoom(id, "left");
        self.hears.add("left");
    }

    void relay(String from, String to, int number) {
        Entry self = peers.get(from);
        Entry other = peers.get(to);
        if (self.room == null) {
            self.hears.add("error not-joined");
        } else if (from.equals(to) || other == null || !self.room.equals(other.room)) {
            self.hears.add("error no-such-peer");
        } else {
            other.hears.add("offer " + from + " " + number);
        }
    }

    void state(String id) {
        if (peers.get(id).room == null) {
            peers.get(id).hears.add("error not-joined");
        } else {
            others(id, other -> other.hears.add("state " + id));
        }
    }

    void nonsense(String id) {
        peers.get(id).hears.add("error malformed");
    }

    void drop(String id) {
        peers.get(id).awayFor = 0;
    }

    void back(String id) {
        Entry self = peers.get(id);
        self.awayFor = -1;
        if (self.noticed) {
            self.noticed = false;
            noticedInOrder.remove(id);
            others(id, other -> other.hears.add("peer-back " + id));
        }
    }

    void close(String id) {
        gone(id, "left");
    }

    void passASecond() {
        for (String id : List.copyOf(peers.keySet())) {
            Entry self = peers.get(id);
            if (self.awayFor < 0) {
                continue;
            }
            self.awayFor++;
            if (self.awayFor > GRACE) {
                gone(id, "lost");
            } else if (self.awayFor > NOTICE && !self.noticed && self.room != null) {
                self.noticed = true;
                noticedInOrder.add(id);
                others(id, other -> other.hears.add("peer-away " + id));
            }
        }
    }

    private void gone(String id, String reason) {
        if (peers.get(id).room != null) {
            outOfRoom(id, reason);
        }
        noticedInOrder.remove(id);
        peers.remove(id);
    }

    private void outOfRoom(String id, String reason) {
        others(id, other -> other.hears.add("peer-left " + id + " " + reason));
        peers.get(id).room = null;
    }

    private void others(String id, Consumer<Entry> tell) {
        String room = peers.get(id).room;
        peers.forEach((other, entry) -> {
            if (room != null && !other.equals(id) && room.equals(entry.room)) {
                tell.accept(entry);
            }
        });
    }
}
