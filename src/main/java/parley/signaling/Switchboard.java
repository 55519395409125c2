package parley.signaling;

import static parley.message.Refusal.Code.HELLO_FIRST;
import static parley.message.Refusal.Code.INVALID;
import static parley.message.Refusal.Code.NOT_JOINED;
import static parley.message.Refusal.Code.TOO_MANY_ROOMS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import parley.access.Admission;
import parley.access.Visitor;
import parley.line.Line;
import parley.message.ClientMessage;
import parley.message.ClientMessage.Answer;
import parley.message.ClientMessage.Candidates;
import parley.message.ClientMessage.Hello;
import parley.message.ClientMessage.Join;
import parley.message.ClientMessage.Leave;
import parley.message.ClientMessage.Look;
import parley.message.ClientMessage.Offer;
import parley.message.ClientMessage.Ping;
import parley.message.ClientMessage.Report;
import parley.message.ClientMessage.State;
import parley.message.MessageCodec;
import parley.message.Peer;
import parley.message.Refusal;
import parley.message.ServerMessage;
import parley.message.ServerMessage.Departure;
import parley.message.ServerMessage.RoomView;
import parley.ops.IceFailure;
import parley.ops.Metrics;
import parley.ops.Relayed;
import parley.ops.Settings;
import parley.room.Rooms;

/** One method per message: who may, and to whom it goes. */
@ApplicationScoped
public class Switchboard {

    @Inject
    Rooms rooms;

    @Inject
    MessageCodec codec;

    @Inject
    Settings settings;

    @Inject
    Greeting greeting;

    @Inject
    Whereabouts whereabouts;

    @Inject
    Admission admission;

    @Inject
    Metrics metrics;

    /** Carries out what a client says, or throws a {@link Refusal} and changes nothing. */
    // Public, as is all that is called for each message: Weld calls what is not by reflection.
    public void receive(Line line, ClientMessage message) {
        if (message instanceof Hello hello) {
            greeting.hello(line, hello);
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
            metrics.relayed(Relayed.OFFER);
        } else if (message instanceof Answer answer) {
            rooms.relay(peer.id(), answer.to(), new ServerMessage.Answer(peer.id(), answer.sdp()));
            metrics.relayed(Relayed.ANSWER);
        } else if (message instanceof Candidates batch) {
            rooms.relay(peer.id(), batch.to(), new ServerMessage.Candidates(peer.id(), batch.candidates()));
            metrics.relayed(Relayed.CANDIDATES);
        } else if (message instanceof State state) {
            rooms.state(peer.id(), new Peer.State(state.audio(), state.video(), state.screen(), state.hand()));
            metrics.relayed(Relayed.STATE);
        } else if (message instanceof Report report) {
            report(line, peer, report);
        }
    }

    private void ping(Line line, Ping ping) {
        if (ping.received() != null && !line.confirm(ping.received())) {
            throw new Refusal(INVALID, "received: is more than was sent");
        }
        reply(line, new ServerMessage.Pong(line.received()));
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

    private void leave(Line line, Peer peer) {
        if (!whereabouts.leave(line, peer, Departure.left)) {
            throw new Refusal(NOT_JOINED, "in no room");
        }
        reply(line, new ServerMessage.Left());
    }

    private void report(Line line, Peer peer, Report report) {
        if (!rooms.holds(peer.id())) {
            throw new Refusal(NOT_JOINED, "join a room first");
        }
        // Nobody vouches for a report: a page that makes one after the other must not outweigh all others.
        if (line.mayReport()) {
            note(report);
        }
    }

    private void note(Report report) {
        if (report.setup() != null) {
            metrics.sawSomebody(Duration.ofMillis(report.setup()));
        }
        if (report.rtt() != null) {
            metrics.measuredRtt(Duration.ofMillis(report.rtt()));
        }
        if (report.loss() != null) {
            metrics.measuredLoss(report.loss());
        }
        if (report.failed() != null) {
            metrics.iceFailed(IceFailure.valueOf(report.failed().toUpperCase(Locale.ROOT)));
        }
    }

    private void reply(Line line, ServerMessage message) {
        line.send(codec.encode(message));
    }
}
