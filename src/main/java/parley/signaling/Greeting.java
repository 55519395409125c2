package parley.signaling;

import static parley.message.Refusal.Code.ALREADY_GREETED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import parley.access.Admission;
import parley.access.Secrets;
import parley.access.Visitor;
import parley.line.Line;
import parley.line.Lines;
import parley.message.ClientMessage;
import parley.message.ClientMessage.Hello;
import parley.message.ClientMessage.Resume;
import parley.message.Frame;
import parley.message.MessageCodec;
import parley.message.Peer;
import parley.message.Refusal;
import parley.message.ServerMessage.Welcome;
import parley.ops.Metrics;
import parley.ops.Resumed;
import parley.ops.Settings;
import parley.room.Rooms;

/** Hello: who it is, and whether they were here before. */
@ApplicationScoped
public class Greeting {

    private static final Logger LOG = System.getLogger(Greeting.class.getName());

    @Inject
    Lines lines;

    @Inject
    Rooms rooms;

    @Inject
    Whereabouts whereabouts;

    @Inject
    MessageCodec codec;

    @Inject
    Settings settings;

    @Inject
    Secrets secrets;

    @Inject
    Admission admission;

    @Inject
    Metrics metrics;

    /** Makes a line that of a new peer, or hands its socket to the line of the peer that has come back. */
    void hello(Line line, Hello hello) {
        if (line.peer().isPresent()) {
            throw new Refusal(ALREADY_GREETED, "hello was said");
        }
        if (!provesToBeAPeer(line, hello.resume())) {
            Peer peer = peer(Ids.next(), hello);
            lines.assign(line, peer);
            line.send(welcome(peer, false, 0));
            return;
        }
        // Until this line is the peer's, or has handed its socket to the one that is. Others may try the same.
        boolean done = false;
        while (!done) {
            Optional<Line> before = lines.of(hello.resume().peer());
            done = before.isPresent()
                    ? resume(before.get(), line, hello.resume())
                    : beginAnew(line, peer(hello.resume().peer(), hello));
        }
    }

    private boolean provesToBeAPeer(Line line, Resume resume) {
        if (resume == null) {
            return false;
        }
        boolean proven = secrets.fits(resume.peer(), resume.secret());
        if (!proven) {
            Visitor visitor = Visitor.of(line.visitor());
            metrics.cameBack(Resumed.NEW);
            LOG.log(Level.INFO, "Refused a client at {0} the place of a peer: wrong secret", visitor.address());
            admission.guessed(visitor);
        }
        return proven;
    }

    private static Peer peer(String id, Hello hello) {
        String name = hello.name() == null || hello.name().isBlank()
                ? "Guest"
                : hello.name().strip();
        return new Peer(id, name, Peer.State.INITIAL);
    }

    /** Makes it the line of a peer whose own has ended; false if it has another one by now. */
    private boolean beginAnew(Line line, Peer peer) {
        boolean assigned = lines.assign(line, peer);
        if (assigned) {
            metrics.cameBack(Resumed.FRESH);
            line.send(welcome(peer, false, 0));
        }
        return assigned;
    }

    /** Goes on where the peer was, or ends its line if that cannot be; false in the latter case. */
    private boolean resume(Line before, Line fresh, Resume resume) {
        AtomicBoolean resumed = new AtomicBoolean();
        before.converse(() -> {
            Peer peer = before.peer().orElseThrow();
            if (resume.received() != null
                    && before.takeOver(fresh, resume.received(), welcome(peer, true, before.received()))) {
                resumed.set(true);
                metrics.cameBack(Resumed.RESUMED);
                before.flush();
                lines.remove(fresh);
                rooms.back(peer.id());
            } else {
                whereabouts.gone(before, before.abandon());
            }
        });
        return resumed.get();
    }

    private Frame welcome(Peer peer, boolean resumed, long received) {
        return codec.encode(new Welcome(
                new Welcome.Self(peer.id(), peer.name()),
                secrets.of(peer.id()),
                List.of(),
                (int) Lines.HEARTBEAT.toSeconds(),
                resumed,
                received,
                new Welcome.Limits(
                        settings.frameLength(),
                        ClientMessage.MAX_NAME,
                        ClientMessage.MAX_CANDIDATES,
                        settings.uplink())));
    }
}
