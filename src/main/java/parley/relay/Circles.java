package parley.relay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import parley.line.Line;
import parley.message.Frame;
import parley.ops.Settings;

/** The lines of the verbatim relay by the name of their room. */
@ApplicationScoped
public class Circles {

    private final ConcurrentHashMap<String, List<Line>> circles = new ConcurrentHashMap<>();

    @Inject
    Settings settings;

    /** Adds a line, unless the room holds no more. */
    boolean enter(String room, Line line) {
        return circles.compute(room, (name, lines) -> {
                    List<Line> present = lines == null ? List.of() : lines;
                    return present.size() < settings.roomCapacity()
                            ? Stream.concat(present.stream(), Stream.of(line)).toList()
                            : present;
                })
                .contains(line);
    }

    /** Removes a line, and the room with its last. */
    void exit(String room, Line line) {
        circles.computeIfPresent(room, (name, lines) -> {
            List<Line> rest =
                    lines.stream().filter(Predicate.isEqual(line).negate()).toList();
            return rest.isEmpty() ? null : rest;
        });
    }

    /** Hands a frame to all others, in one order for all; false if it is from a line that was turned away or has left. */
    public boolean relay(String room, Line from, String text) {
        Frame frame = Frame.of(text, false);
        List<Line> present = circles.computeIfPresent(room, (name, lines) -> {
            if (lines.contains(from)) {
                lines.stream().filter(line -> line != from).forEach(line -> line.enqueue(frame));
            }
            return lines;
        });
        if (present != null) {
            present.forEach(Line::flush);
        }
        return present != null && present.contains(from);
    }

    /** How many lines there are in all rooms together. */
    public int count() {
        return circles.values().stream().mapToInt(List::size).sum();
    }
}
