package parley.access;

import java.util.HashMap;
import java.util.Map;

/** How many there are for each key, and never more than so many. Not thread-safe: {@link Admission} guards it. */
final class Tally {

    private final int most;
    private final Map<String, Integer> counts = new HashMap<>();

    Tally(int most) {
        this.most = most;
    }

    boolean hasRoomFor(String key) {
        return counts.getOrDefault(key, 0) < most;
    }

    void add(String key) {
        counts.merge(key, 1, Integer::sum);
    }

    /** Takes one away; a key that has none left is forgotten. */
    void remove(String key) {
        counts.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1);
    }

    int keys() {
        return counts.size();
    }
}
