package parley.signaling;

import static parley.message.Refusal.Code.ALREADY_GREETED;
import static parley.message.Refusal.Code.HELLO_FIRST;
import static parley.message.Refusal.Code.NOT_JOINED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
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

/** One method per message: who may, and to whom it goes. */
@ApplicationScoped
public class Switchboard {

    @Inject
    Rooms rooms;

    @Inject
    Lines lines;

    @Inject
    MessageCodec codec;

    @Inject
    Settings settings;

    /** Carries out what a client says, or throws a {@link Refusal} and changes nothing. */
    void receive(Line line, ClientMessage message) {
        if (message instanceof Hello hello) {
            hello(line, hello);
            return;
        }
        Peer peer = line.peer().orElseThrow(() -> new Refusal(HELLO_FIRST, "say hello first"));
        if (message instanceof Ping) {
            reply(line, new ServerMessage.Pong(line.received()));
        } else if (message instanceof Look look) {
            look(line, look);
        } else if (message instanceof Join join) {
            rooms.join(peer, join.room());
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

    private void hello(Line line, Hello hello) {
        if (line.peer().isPresent()) {
            throw new Refusal(ALREADY_GREETED, "hello was said");
        }
        String name = hello.name() == null || hello.name().isBlank()
                ? "Guest"
                : hello.name().strip();
        Peer peer = new Peer(Ids.next(), name, Peer.State.INITIAL);
        lines.assign(line, peer);
        reply(
                line,
                new Welcome(
                        new Welcome.Self(peer.id(), peer.name()),
                        List.of(),
                        (int) Lines.HEARTBEAT.toSeconds(),
                        new Welcome.Limits(
                                MessageCodec.MAX_FRAME, ClientMessage.MAX_NAME, ClientMessage.MAX_CANDIDATES)));
    }

    private void look(Line line, Look look) {
        List<RoomView.Name> names = rooms.look(look.room()).stream()
                .map(peer -> new RoomView.Name(peer.name()))
                .toList();
        reply(line, new RoomView(look.room(), names, settings.roomCapacity()));
    }

    private void leave(Line line, Peer peer) {
        if (!rooms.leave(peer.id(), Departure.left)) {
            throw new Refusal(NOT_JOINED, "in no room");
        }
        reply(line, new ServerMessage.Left());
    }

    /** Takes the peer of a line that has ended out of its room. */
    void gone(Line line, Departure departure) {
        line.peer().ifPresent(peer -> rooms.leave(peer.id(), departure));
    }

    private void reply(Line line, ServerMessage message) {
        line.send(codec.encode(message));
    }
}
