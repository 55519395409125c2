package parley.message;

import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTransient;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** What the server says. A {@code from} is always the server's own knowledge, never a client's word. */
@JsonbTypeInfo(
        key = "type",
        value = {
            @JsonbSubtype(alias = "welcome", type = ServerMessage.Welcome.class),
            @JsonbSubtype(alias = "room", type = ServerMessage.RoomView.class),
            @JsonbSubtype(alias = "joined", type = ServerMessage.Joined.class),
            @JsonbSubtype(alias = "left", type = ServerMessage.Left.class),
            @JsonbSubtype(alias = "peer-joined", type = ServerMessage.PeerJoined.class),
            @JsonbSubtype(alias = "peer-left", type = ServerMessage.PeerLeft.class),
            @JsonbSubtype(alias = "peer-away", type = ServerMessage.PeerAway.class),
            @JsonbSubtype(alias = "peer-back", type = ServerMessage.PeerBack.class),
            @JsonbSubtype(alias = "offer", type = ServerMessage.Offer.class),
            @JsonbSubtype(alias = "answer", type = ServerMessage.Answer.class),
            @JsonbSubtype(alias = "candidates", type = ServerMessage.Candidates.class),
            @JsonbSubtype(alias = "state", type = ServerMessage.StateOf.class),
            @JsonbSubtype(alias = "pong", type = ServerMessage.Pong.class),
            @JsonbSubtype(alias = "bye", type = ServerMessage.Bye.class),
            @JsonbSubtype(alias = "error", type = ServerMessage.Failure.class)
        })
public sealed interface ServerMessage {

    /** Whether the frame is one of those that the client counts, and confirms with ping and resume. */
    @JsonbTransient // Johnzon takes every method without parameters for a component of the record
    default boolean counts() {
        return !(this instanceof Welcome || this instanceof Pong || this instanceof Bye);
    }

    /**
     * Answers hello.
     *
     * @param peer who the client is from now on
     * @param secret with which the client, and nobody else, can be this peer on another connection
     * @param iceServers for {@code RTCPeerConnection}; empty where peers reach each other directly
     * @param heartbeat how often to ping, in seconds
     * @param resumed whether the peer is where it was, and misses nothing
     * @param received how many frames the server has got from this peer, over all its connections
     * @param limits what the server takes, and lets the peers take of the network
     */
    record Welcome(
            Self peer,
            String secret,
            List<IceServer> iceServers,
            int heartbeat,
            boolean resumed,
            long received,
            Limits limits)
            implements ServerMessage {
        /** A client's own id and name. */
        public record Self(String id, String name) {}

        /** An {@code RTCIceServer}. */
        public record IceServer(List<String> urls) {}

        /**
         * The longest frame in UTF-16 units, the longest name, the most candidates in a batch; and the most that the peer
         * should send to all others together, in bits per second.
         */
        public record Limits(int frame, int name, int candidates, int uplink) {}
    }

    /** Answers look: who is in a room, by name only, since ids are for those inside. */
    record RoomView(String room, List<Name> peers, int capacity) implements ServerMessage {
        /** A name. */
        public record Name(String name) {}
    }

    /** Answers join; {@code peers} are the others, to whom the newcomer offers. */
    record Joined(String room, List<Peer> peers, int capacity) implements ServerMessage {}

    /** Answers leave. */
    record Left() implements ServerMessage {}

    /** Somebody came; the newcomer will offer. */
    record PeerJoined(Peer peer) implements ServerMessage {}

    /** Somebody is gone, for good. */
    record PeerLeft(String id, Departure reason) implements ServerMessage {}

    /** Somebody's connection has been down for a moment; its place is kept. */
    record PeerAway(String id) implements ServerMessage {}

    /** It is up again. */
    record PeerBack(String id) implements ServerMessage {}

    /** An offer, relayed. */
    record Offer(String from, String sdp) implements ServerMessage {}

    /** An answer, relayed. */
    record Answer(String from, String sdp) implements ServerMessage {}

    /** Candidates, relayed. */
    record Candidates(String from, List<IceCandidate> candidates) implements ServerMessage {}

    /** What a peer sends at the moment. */
    record StateOf(String from, boolean audio, boolean video, boolean screen, boolean hand) implements ServerMessage {}

    /** Answers ping with the number of frames the server has received from this client, hello and pings aside. */
    record Pong(long received) implements ServerMessage {}

    /**
     * The server ends the connection, and would be glad to see the client again.
     *
     * @param reason why
     * @param retryAfter when to come back, in seconds; not the same for all, or they would come at once
     */
    record Bye(Reason reason, double retryAfter) implements ServerMessage {
        /** Lower case as it stands on the wire. */
        public enum Reason {
            /** The application stops. */
            draining,
            /** There are too many connections. */
            busy
        }

        /** The farewell of a server that stops, and may be back in a few seconds. */
        @JsonbTransient // as counts
        public static Bye draining() {
            return new Bye(Reason.draining, spread(1, 3));
        }

        /** The answer to one connection too many. */
        @JsonbTransient // as counts
        public static Bye busy() {
            return new Bye(Reason.busy, spread(10, 30));
        }

        private static double spread(int least, int most) {
            return ThreadLocalRandom.current().nextInt(least * 10, most * 10 + 1) / 10.0;
        }
    }

    /**
     * Answers a message that could not be carried out; nothing has changed.
     *
     * @param code one of {@link Refusal.Code}, for programs
     * @param message for people
     * @param re the type of the message it answers, or null if that could not be read
     */
    record Failure(String code, String message, String re) implements ServerMessage {}

    /** Why a peer is gone. Lower case as it stands on the wire. */
    enum Departure {
        /** It said so, or its page was closed. */
        left,
        /** Its connection was. */
        lost
    }
}
