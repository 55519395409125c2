package parley.room;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.message.Refusal.Code.NOT_JOINED;
import static parley.message.Refusal.Code.NO_SUCH_PEER;
import static parley.message.Refusal.Code.ROOM_FULL;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import parley.message.Peer;
import parley.message.Refusal;
import parley.message.ServerMessage;
import parley.message.ServerMessage.Departure;

/** Any sequence of steps, checked against a plain map of who ought to be there. */
class RoomPropertiesTest {

    private static final Peer.State MUTED = new Peer.State(false, true, false, true);

    enum Act {
        JOIN,
        LEAVE,
        RELAY,
        STATE,
        AWAY,
        BACK
    }

    record Step(Act act, String who, String other) {}

    @Property
    void a_room_holds_those_who_joined_and_have_not_left(
            @ForAll("steps") List<Step> steps, @ForAll @IntRange(min = 2, max = 5) int capacity) {
        Room room = Room.empty("standup", capacity);
        Map<String, Peer> present = new LinkedHashMap<>();
        Set<String> away = new LinkedHashSet<>();
        for (Step step : steps) {
            // A second join is for Rooms to refuse: a room knows only itself.
            if (step.act == Act.JOIN && present.containsKey(step.who)) {
                continue;
            }
            Optional<Refusal.Code> fault = faultOf(step, present, capacity);
            try {
                Outcome outcome = carryOut(step, room);
                assertThat(fault).as("fault of %s", step).isEmpty();
                assertThat(told(outcome)).isEqualTo(expected(step, present, away, capacity));
                note(step, present, away);
                room = outcome.next();
            } catch (Refusal refusal) {
                assertThat(fault).as("fault of %s", step).contains(refusal.code());
            }
            assertThat(List.copyOf(room.peers().values())).isEqualTo(List.copyOf(present.values()));
            assertThat(room.peers()).hasSizeLessThanOrEqualTo(capacity);
            assertThat(room.isEmpty()).isEqualTo(present.isEmpty());
            assertThat(List.copyOf(room.away())).isEqualTo(List.copyOf(away));
        }
    }

    @Property
    void nobody_outside_hears_a_room_and_nobody_hears_of_themselves(@ForAll("steps") List<Step> steps) {
        Room room = Room.empty("standup", 8);
        for (Step step : steps) {
            if (step.act == Act.JOIN && room.peers().containsKey(step.who)) {
                continue;
            }
            try {
                Outcome outcome = carryOut(step, room);
                Set<String> inside = outcome.next().peers().keySet();
                assertThat(outcome.deliveries()).allSatisfy(delivery -> {
                    assertThat(inside).containsAll(delivery.to());
                    if (step.act != Act.JOIN || delivery.message() instanceof ServerMessage.PeerJoined) {
                        assertThat(delivery.to()).doesNotContain(step.who);
                    }
                });
                room = outcome.next();
            } catch (Refusal refusal) {
                // decides nothing
            }
        }
    }

    private static Outcome carryOut(Step step, Room room) {
        return switch (step.act) {
            case JOIN -> room.join(peer(step.who));
            case LEAVE -> room.leave(step.who, Departure.lost);
            case RELAY -> room.relay(step.who, step.other, new ServerMessage.Offer(step.who, "v=0"));
            case STATE -> room.state(step.who, MUTED);
            case AWAY -> room.away(step.who);
            case BACK -> room.back(step.who);
        };
    }

    private static Optional<Refusal.Code> faultOf(Step step, Map<String, Peer> present, int capacity) {
        if (step.act == Act.JOIN) {
            return present.size() == capacity ? Optional.of(ROOM_FULL) : Optional.empty();
        } else if (!present.containsKey(step.who)) {
            return Optional.of(NOT_JOINED);
        } else if (step.act == Act.RELAY && (step.who.equals(step.other) || !present.containsKey(step.other))) {
            return Optional.of(NO_SUCH_PEER);
        }
        return Optional.empty();
    }

    /** What is to be told, as pairs of recipients and message. */
    private static List<Delivery> expected(Step step, Map<String, Peer> present, Set<String> away, int capacity) {
        List<String> others = new ArrayList<>(present.keySet());
        others.remove(step.who);
        return switch (step.act) {
            case JOIN -> {
                List<String> newcomer = List.of(step.who);
                List<Delivery> told = new ArrayList<>();
                told.add(new Delivery(
                        newcomer, new ServerMessage.Joined("standup", List.copyOf(present.values()), capacity)));
                away.forEach(id -> told.add(new Delivery(newcomer, new ServerMessage.PeerAway(id))));
                told.add(new Delivery(others, new ServerMessage.PeerJoined(peer(step.who))));
                yield told;
            }
            case AWAY ->
                away.contains(step.who)
                        ? List.of()
                        : List.of(new Delivery(others, new ServerMessage.PeerAway(step.who)));
            case BACK ->
                away.contains(step.who)
                        ? List.of(new Delivery(others, new ServerMessage.PeerBack(step.who)))
                        : List.of();
            case LEAVE -> List.of(new Delivery(others, new ServerMessage.PeerLeft(step.who, Departure.lost)));
            case RELAY -> List.of(new Delivery(List.of(step.other), new ServerMessage.Offer(step.who, "v=0")));
            case STATE -> List.of(new Delivery(others, new ServerMessage.StateOf(step.who, false, true, false, true)));
        };
    }

    private static List<Delivery> told(Outcome outcome) {
        return outcome.deliveries().stream()
                .map(delivery -> new Delivery(List.copyOf(delivery.to()), delivery.message()))
                .toList();
    }

    private static void note(Step step, Map<String, Peer> present, Set<String> away) {
        switch (step.act) {
            case JOIN -> present.put(step.who, peer(step.who));
            case LEAVE -> {
                present.remove(step.who);
                away.remove(step.who);
            }
            case AWAY -> away.add(step.who);
            case BACK -> away.remove(step.who);
            case STATE -> present.put(step.who, peer(step.who).with(MUTED));
            case RELAY -> {}
        }
    }

    private static Peer peer(String id) {
        return new Peer(id, "Name of " + id, Peer.State.INITIAL);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<String> who = Arbitraries.of("a", "b", "c", "d", "e", "f", "g");
        return Combinators.combine(Arbitraries.of(Act.class), who, who)
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }
}
