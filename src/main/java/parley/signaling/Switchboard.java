package parley.signaling;

import static parley.message.Refusal.Code.ALREADY_GREETED;
import static parley.message.Refusal.Code.HELLO_FIRST;
import static parley.message.Refusal.Code.INVALID;
import static parley.message.Refusal.Code.NOT_JOINED;
import static parley.message.Refusal.Code.TOO_MANY_ROOMS;

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
import parley.line.Frame;
import parley.line.Line;
import parley.line.Lines;
import parley.message.ClientMessage;
import parley.message.ClientMessage.Answer;
import parley.message.ClientMessage.Candidates;
import parley.message.ClientMessage.Hello;
import parley.message.ClientMessage.Join;
import parley.message.ClientMessage.Leave;
import parley.message.ClientMessage.Look;
import parley.message.ClientMessage.Offer;
import parley.message.ClientMessage.Ping;
import parley.message.ClientMessage.Resume;
import parley.message.ClientMessage.State;
import parley.message.MessageCodec;
import parley.message.Peer;
import parley.message.Refusal;
import parley.message.ServerMessage;
import parley.message.ServerMessage.Departure;
import parley.message.ServerMessage.RoomView;
import parley.message.ServerMessage.Welcome;
import parley.ops.Settings;
import parley.room.Rooms;

/** One method per message: who may, and to whom it goes; and what the rooms hear of lines that break. */
@ApplicationScoped
public class Switchboard implements Line.Listener {

    private static final Logger LOG = System.getLogger(Switchboard.class.getName());

    @Inject
    Rooms rooms;

    @Inject
    Lines lines;

    @Inject
    MessageCodec codec;

    @Inject
    Settings settings;

    @Inject
    Secrets secrets;

    @Inject
    Admission admission;

    /** Carries out what a client says, or throws a {@link Refusal} and changes nothing. */
    void receive(Line line, ClientMessage message) {
        if (message instanceof Hello hello) {
            hello(line, hello);
            return;
        }
        Peer peer = line.peer().orElseThrow(() -> new Refusal(HELLO_FIRST, "say hello first"));
        if (message instanceof Ping ping) {
            ping(line, ping);
        } else if (message instanceof Look look) {
            look(line, look);
        } else if (message instanceof Join join) {
            join(line, peer, join);
        } else if (message instanceof Leave) {
            leave(line, peer);
        } else if (message instanceof Offer offer) {
            rooms.relay(peer.id(), offer.to(), new ServerMessage.Offer(peer.id(), offer.sdp()));
        } else if (message instanceof Answer answer) {
            rooms.relay(peer.id(), answer.to(), new ServerMessage.Answer(peer.id(), answer.sdp()));
        } else if (message instanceof Candidates batch) {
            rooms.relay(peer.id(), batch.to(), new ServerMessage.Candidates(peer.id(), batch.candidates()));
        } else if (message instanceof State state) {
            rooms.state(peer.id(), new Peer.State(state.audio(), state.video(), state.screen(), state.hand()));
        }
    }

    private void ping(Line line, Ping ping) {
        if (ping.received() != null && !line.confirm(ping.received())) {
            throw new Refusal(INVALID, "received: is more than was sent");
        }
        reply(line, new ServerMessage.Pong(line.received()));
    }

    private void hello(Line line, Hello hello) {
        if (line.peer().isPresent()) {
            throw new Refusal(ALREADY_GREETED, "hello was said");
        }
        Resume resume = hello.resume();
        boolean known = resume != null && secrets.fits(resume.peer(), resume.secret());
        if (resume != null && !known) {
            LOG.log(Level.INFO, "Refused a client at {0} the place of a peer: wrong secret", addressOf(line));
            admission.guessed(Visitor.of(line.visitor()));
        }
        if (!known) {
            welcome(line, Ids.next(), hello);
            return;
        }
        // Until this line is the peer's, or has handed its socket to the one that is. Others may try the same.
        boolean done = false;
        while (!done) {
            Optional<Line> before = lines.of(resume.peer());
            done = before.isPresent() ? resume(before.get(), line, resume) : welcome(line, resume.peer(), hello);
        }
    }

    private boolean welcome(Line line, String id, Hello hello) {
        String name = hello.name() == null || hello.name().isBlank()
                ? "Guest"
                : hello.name().strip();
        Peer peer = new Peer(id, name, Peer.State.INITIAL);
        boolean assigned = lines.assign(line, peer);
        if (assigned) {
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
                lines.remove(fresh);
                rooms.back(peer.id());
            } else {
                gone(before, before.abandon());
            }
        });
        return resumed.get();
    }

    private Frame welcome(Peer peer, boolean resumed, long received) {
        return frameOf(new Welcome(
                new Welcome.Self(peer.id(), peer.name()),
                secrets.of(peer.id()),
                List.of(),
                (int) Lines.HEARTBEAT.toSeconds(),
                resumed,
                received,
                new Welcome.Limits(settings.frameLength(), ClientMessage.MAX_NAME, ClientMessage.MAX_CANDIDATES)));
    }

    private void look(Line line, Look look) {
        List<RoomView.Name> names = rooms.look(look.room()).stream()
                .map(peer -> new RoomView.Name(peer.name()))
                .toList();
        reply(line, new RoomView(look.room(), names, settings.roomCapacity()));
    }

    private void join(Line line, Peer peer, Join join) {
        Visitor visitor = Visitor.of(line.visitor());
        if (!admission.enterRoom(visitor)) {
            throw new Refusal(TOO_MANY_ROOMS, "leave one of the other rooms first");
        }
        try {
            rooms.join(peer, join.room());
        } catch (RuntimeException e) {
            admission.exitRoom(visitor);
            throw e;
        }
    }

    private boolean exitRoom(Line line, Peer peer, Departure departure) {
        boolean inside = rooms.leave(peer.id(), departure);
        if (inside) {
            admission.exitRoom(Visitor.of(line.visitor()));
        }
        return inside;
    }

    private void leave(Line line, Peer peer) {
        if (!exitRoom(line, peer, Departure.left)) {
            throw new Refusal(NOT_JOINED, "in no room");
        }
        reply(line, new ServerMessage.Left());
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
                line.peer().ifPresent(peer -> exitRoom(line, peer, departure));
            }
        });
    }

    @Override
    public void closing(Line line, String why) {
        LOG.log(Level.INFO, "Closing the connection of {0}: {1}", nameOf(line), why);
    }

    /** Who a line belongs to, for the log. */
    String nameOf(Line line) {
        return line.peer()
                .map(peer -> "peer " + peer.id() + " in " + rooms.nameOfRoom(peer.id()))
                .orElseGet(() -> "a client at " + addressOf(line) + " that has not said hello");
    }

    private static String addressOf(Line line) {
        return Visitor.of(line.visitor()).address();
    }

    private void reply(Line line, ServerMessage message) {
        line.send(frameOf(message));
    }

    private Frame frameOf(ServerMessage message) {
        return Frame.of(codec.encode(message), message.counts());
    }
}
