package parley.signaling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import parley.access.Admission;
import parley.access.Visitor;
import parley.line.Ending;
import parley.line.Line;
import parley.line.Lines;
import parley.message.Peer;
import parley.message.ServerMessage.Departure;
import parley.ops.Ended;
import parley.ops.Metrics;
import parley.room.Rooms;

/** What a room and the log hear of peers that go, whether they said so or their line broke. */
@ApplicationScoped
public class Whereabouts implements Line.Listener {

    private static final Logger LOG = System.getLogger(Whereabouts.class.getName());

    @Inject
    Lines lines;

    @Inject
    Rooms rooms;

    @Inject
    Admission admission;

    @Inject
    Metrics metrics;

    /** Takes a peer out of its room; false if it was in none. */
    boolean leave(Line line, Peer peer, Departure departure) {
        boolean inside = rooms.leave(peer.id(), departure);
        if (inside) {
            admission.exitRoom(Visitor.of(line.visitor()));
        }
        return inside;
    }

    @Override
    public void away(Line line) {
        // It may have come back before a thread was found to tell of it.
        line.converse(() -> line.peer().filter(peer -> line.isAway()).ifPresent(peer -> rooms.away(peer.id())));
    }

    @Override
    public void gone(Line line, Departure departure) {
        line.converse(() -> {
            if (lines.remove(line)) {
                line.peer().ifPresent(peer -> leave(line, peer, departure));
            }
        });
    }

    @Override
    public void closing(Line line, Ending why) {
        metrics.ended(Ended.valueOf(why.name()));
        LOG.log(Level.INFO, "Closing the connection of {0}: {1}", nameOf(line), why);
    }

    /** Who a line belongs to, for the log. */
    String nameOf(Line line) {
        return line.peer()
                .map(peer -> "peer " + peer.id() + " in " + rooms.nameOfRoom(peer.id()))
                .orElseGet(() -> "a client at " + Visitor.of(line.visitor()).address() + " that has not said hello");
    }
}
