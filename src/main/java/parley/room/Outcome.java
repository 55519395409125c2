package parley.room;

import java.util.List;

/** What a rule decides: the room as it is next, and what to tell whom, in order. */
record Outcome(Room next, List<Delivery> deliveries) {
    Outcome(Room next, Delivery... deliveries) {
        this(next, List.of(deliveries));
    }
}
