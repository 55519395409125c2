package parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How long the containers take to start in turn: without an application, with the least of all, and with Parley. */
record StartUp(Container container, Results empty, Results bare, Results withParley) {

    StartUp(Container container) {
        this(
                container,
                new Results(container.title + ", empty"),
                new Results(Contenders.bareRelay(container)),
                new Results(Contenders.parley(container)));
    }

    /** What Parley adds to an empty server's start, in seconds. */
    Sample added() {
        return difference(empty);
    }

    /** What it adds to the start of a server with one endpoint, which has to load what applications need. */
    Sample addedToBare() {
        return difference(bare);
    }

    private Sample difference(Results other) {
        return withParley
                .of(Measure.START)
                .orElseThrow()
                .minus(other.of(Measure.START).orElseThrow());
    }

    static List<StartUp> measured(int times, Path directory, Path bareWar) throws IOException {
        List<StartUp> all = new ArrayList<>();
        for (Container container : Container.values()) {
            all.add(new StartUp(container));
        }
        // Once before it counts: the files are read from the disk.
        for (int i = Size.isQuick() ? 0 : -1; i < times; i++) {
            for (StartUp it : all) {
                it.empty.add(Measure.START, it.seconds(directory, null));
                it.bare.add(Measure.START, it.seconds(directory, bareWar));
                it.withParley.add(Measure.START, it.seconds(directory, Contenders.war()));
                if (i < 0) {
                    it.results().forEach(Results::forget);
                }
            }
        }
        return all;
    }

    List<Results> results() {
        return List.of(empty, bare, withParley);
    }

    private double seconds(Path directory, Path war) throws IOException {
        Path own = Files.createTempDirectory(directory, "start");
        try (Running server = container.start(own, war, "-Dparley.key.file=" + own.resolve("key"))) {
            return server.start().toNanos() / 1e9;
        }
    }
}
