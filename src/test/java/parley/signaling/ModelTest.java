package parley.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import parley.line.FreshLines;
import parley.room.Rooms;

/** Any interleaving of what clients do and networks do to them, against a model of what everybody ought to hear. */
class ModelTest {

    private static final int CLIENTS = 5;

    enum Act {
        CONNECT,
        JOIN,
        LEAVE,
        RELAY,
        STATE,
        NONSENSE,
        PING,
        DROP,
        CLOSE,
        PASS
    }

    /** @param number of what it is depends on the act: of a room, a message, the frames still heard, or seconds */
    record Step(Act act, int who, int other, int number, boolean arrives) {}

    @Property(tries = 10_000)
    void everybody_hears_what_they_ought_to_once_and_in_order(@ForAll("steps") List<Step> steps) {
        Run run = new Run();
        steps.forEach(run::carryOut);
        run.compare();
    }

    private static final class Run {
        private final FreshLines fresh = new FreshLines();
        private final Switchboard switchboard = FreshSwitchboard.on(fresh.lines());
        private final Rooms rooms = switchboard.rooms;
        private final Model model = new Model();
        private final List<ModelClient> clients = new ArrayList<>();
        /** What each has said that the server does not know yet. */
        private final List<List<Consumer<String>>> unheard = new ArrayList<>();

        Run() {
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(new ModelClient(() -> FreshSwitchboard.endpoint(switchboard)));
                unheard.add(new ArrayList<>());
            }
        }

        void carryOut(Step step) {
            ModelClient client = clients.get(step.who);
            String other = clients.get(step.other).id();
            switch (step.act) {
                case CONNECT -> connect(step.who);
                case JOIN -> {
                    String room = "room-" + step.number % 2;
                    say(step, "{\"type\":\"join\",\"room\":\"" + room + "\"}", id -> model.join(id, room));
                }
                case LEAVE -> say(step, "{\"type\":\"leave\"}", model::leave);
                case RELAY -> {
                    String to = other == null ? "nobody" : other;
                    String offer = "{\"type\":\"offer\",\"to\":\"" + to + "\",\"sdp\":\"" + step.number + "\"}";
                    say(step, offer, id -> model.relay(id, to, step.number));
                }
                case STATE ->
                    say(
                            step,
                            "{\"type\":\"state\",\"audio\":true,\"video\":true,\"screen\":true,\"hand\":true}",
                            model::state);
                case NONSENSE -> say(step, "nonsense", model::nonsense);
                case PING -> {
                    if (client.connected() && unheard.get(step.who).isEmpty()) {
                        client.ping();
                    }
                }
                case DROP -> {
                    if (client.connected()) {
                        client.end(1006, step.number);
                        model.drop(client.id());
                    }
                }
                case CLOSE -> {
                    if (client.connected()) {
                        client.end(1000, step.number);
                        model.close(client.id());
                    }
                }
                case PASS -> {
                    for (int i = 0; i < step.number; i++) {
                        fresh.pass(1);
                        keepAlive();
                        model.passASecond();
                    }
                }
            }
            fresh.runErrands();
        }

        private void connect(int who) {
            ModelClient client = clients.get(who);
            if (client.connected()) {
                return;
            }
            boolean there = client.id() != null && model.knows(client.id());
            boolean resumed = client.connect();
            assertThat(resumed).isEqualTo(there);
            if (resumed) {
                model.back(client.id());
                unheard.get(who).forEach(said -> said.accept(client.id()));
            } else {
                model.hello(client.id());
            }
            unheard.get(who).clear();
        }

        private void say(Step step, String frame, Consumer<String> effect) {
            ModelClient client = clients.get(step.who);
            if (client.id() == null) {
                return;
            }
            // Once a frame is lost, the connection is as good as broken: nothing that is said after it arrives.
            List<Consumer<String>> lost = unheard.get(step.who);
            boolean arrives = client.connected() && step.arrives && lost.isEmpty();
            client.say(frame, arrives);
            if (arrives) {
                effect.accept(client.id());
            } else {
                lost.add(effect);
            }
        }

        /** Nobody falls silent: that is for another test. */
        private void keepAlive() {
            clients.stream().filter(ModelClient::connected).forEach(ModelClient::giveSignOfLife);
        }

        void compare() {
            for (ModelClient client : clients) {
                if (client.connected()) {
                    client.hear(Integer.MAX_VALUE);
                    assertThat(sweepsSorted(client.heard())).isEqualTo(sweepsSorted(model.heardBy(client.id())));
                } else if (client.id() != null && model.knows(client.id())) {
                    List<String> heard = withoutLastSweep(client.heard());
                    assertThat(sweepsSorted(model.heardBy(client.id())).subList(0, heard.size()))
                            .isEqualTo(sweepsSorted(heard));
                }
            }
            assertThat(rooms.count()).isEqualTo(model.rooms());
        }
    }

    /** Of several who are missed in one sweep it does not matter who is told of first. */
    private static List<String> sweepsSorted(List<String> heard) {
        List<String> sorted = new ArrayList<>(heard);
        for (int from = 0; from < sorted.size(); from++) {
            int to = from;
            while (to < sorted.size() && isBySweep(sorted.get(to))) {
                to++;
            }
            Collections.sort(sorted.subList(from, to));
            from = to;
        }
        return sorted;
    }

    private static List<String> withoutLastSweep(List<String> heard) {
        int end = heard.size();
        while (end > 0 && isBySweep(heard.get(end - 1))) {
            end--;
        }
        return heard.subList(0, end);
    }

    private static boolean isBySweep(String word) {
        return word.startsWith("peer-away") || word.endsWith("lost");
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Act> acts = Arbitraries.frequency(
                Tuple.of(5, Act.CONNECT),
                Tuple.of(4, Act.JOIN),
                Tuple.of(1, Act.LEAVE),
                Tuple.of(6, Act.RELAY),
                Tuple.of(2, Act.STATE),
                Tuple.of(1, Act.NONSENSE),
                Tuple.of(2, Act.PING),
                Tuple.of(4, Act.DROP),
                Tuple.of(1, Act.CLOSE),
                Tuple.of(2, Act.PASS));
        Arbitrary<Integer> who = Arbitraries.integers().between(0, CLIENTS - 1);
        return Combinators.combine(
                        acts, who, who, Arbitraries.integers().between(0, 12), Arbitraries.of(true, true, true, false))
                .as(Step::new)
                .list()
                .ofMaxSize(80);
    }
}
