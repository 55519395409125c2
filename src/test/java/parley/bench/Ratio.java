package parley.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What Parley is measured by.
 *
 * @param most the goal, if there is one
 */
record Ratio(String what, Sample value, String unit, OptionalDouble most) {

    private static final double SAME_CONTAINER = 1.15;
    private static final double FRAMES = 0.5;
    private static final double CALL = 1;
    private static final double START_SECONDS = 2;

    /** The goals, and then what is good to know besides. */
    static List<Ratio> all(Map<String, Results> results, List<StartUp> starts) {
        List<Ratio> all = new ArrayList<>();
        Results peerServer = results.get(Contenders.PEER_SERVER);
        Results tutorial = results.get(Contenders.TUTORIAL);
        for (Container container : Container.values()) {
            Results parley = results.get(Contenders.parley(container));
            Results bare = results.get(Contenders.bareRelay(container));
            all.add(times(Measure.FRAME_CPU, parley, bare, OptionalDouble.of(SAME_CONTAINER)));
        }
        Results onWildFly = results.get(Contenders.parley(Container.WILDFLY));
        Results onPayara = results.get(Contenders.parley(Container.PAYARA_MICRO));
        all.add(times(Measure.CALL_FRAMES, onWildFly, peerServer, OptionalDouble.of(FRAMES)));
        all.add(times(Measure.CALL_CPU, onWildFly, peerServer, OptionalDouble.of(CALL)));
        for (StartUp it : starts) {
            String what = "What Parley adds to the start of " + it.container().title;
            all.add(new Ratio(what, it.added(), " s", OptionalDouble.of(START_SECONDS)));
        }
        OptionalDouble none = OptionalDouble.empty();
        for (StartUp it : starts) {
            String what = "What it adds to that with the bare relay on " + it.container().title;
            all.add(new Ratio(what, it.addedToBare(), " s", none));
        }
        for (Container container : Container.values()) {
            Results parley = results.get(Contenders.parley(container));
            Results bare = results.get(Contenders.bareRelay(container));
            all.add(times(Measure.CALL_CPU, parley, bare, none));
            all.add(times(Measure.LATENCY_TAIL, parley, bare, none));
            all.add(times(Measure.HANDSHAKE_CPU, parley, bare, none));
            all.add(times(Measure.IDLE_MEMORY, parley, bare, none));
        }
        all.add(times(Measure.CALL_CPU, onPayara, peerServer, none));
        all.add(times(Measure.CALL_BYTES, onWildFly, peerServer, none));
        all.add(times(Measure.RETURN, onWildFly, peerServer, none));
        all.add(times(Measure.PICTURE, onWildFly, peerServer, none));
        all.add(times(Measure.PICTURE, onWildFly, tutorial, none));
        return all;
    }

    private static Ratio times(Measure measure, Results one, Results other, OptionalDouble most) {
        String what = measure.title + ": " + one.name() + " to " + other.name();
        Sample value = one.of(measure).orElseThrow().dividedBy(other.of(measure).orElseThrow());
        return new Ratio(what, value, "", most);
    }

    /** A row of a table. */
    String row() {
        String goal = most.isEmpty() ? "–" : "at most " + trimmed(most.getAsDouble()) + unit;
        String met = most.isEmpty() ? "" : value.median() <= most.getAsDouble() ? "met" : "**missed**";
        return "| " + what + " | " + value.written("%.2f") + unit + " | " + goal + " | " + met + " |";
    }

    private static String trimmed(double value) {
        return String.valueOf(value).replaceAll("\\.0$", "");
    }
}
