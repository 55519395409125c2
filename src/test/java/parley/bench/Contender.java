package parley.bench;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A server that is measured.
 *
 * @param dialect how its clients talk
 * @param script what they say to each other in a call
 * @param hasRooms false if whatever is said goes to everybody, so that it bears one call at a time
 */
record Contender(String name, Dialect dialect, Script script, boolean hasRooms, Launch launch) {

    /** Starts it in a directory of its own, and waits until it is ready. */
    @FunctionalInterface
    interface Launch {
        Running start(Path directory) throws IOException;
    }
}
