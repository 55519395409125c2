package parley.message;

import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a client may say; the table of types is that of JSON-B. The types, of which no list holds a null, and the
 * constraints are the whole of what a message may hold; {@link MessageCodec} refuses anything else, so no other class has
 * to look at a field twice.
 */
@JsonbTypeInfo(
        key = "type",
        value = {
            @JsonbSubtype(alias = "hello", type = ClientMessage.Hello.class),
            @JsonbSubtype(alias = "look", type = ClientMessage.Look.class),
            @JsonbSubtype(alias = "join", type = ClientMessage.Join.class),
            @JsonbSubtype(alias = "leave", type = ClientMessage.Leave.class),
            @JsonbSubtype(alias = "offer", type = ClientMessage.Offer.class),
            @JsonbSubtype(alias = "answer", type = ClientMessage.Answer.class),
            @JsonbSubtype(alias = "candidates", type = ClientMessage.Candidates.class),
            @JsonbSubtype(alias = "state", type = ClientMessage.State.class),
            @JsonbSubtype(alias = "ping", type = ClientMessage.Ping.class),
            @JsonbSubtype(alias = "report", type = ClientMessage.Report.class)
        })
public sealed interface ClientMessage {

    /** The longest name of a peer or a room, in UTF-16 units. */
    int MAX_NAME = 64;

    /** The most candidates in one batch. */
    int MAX_CANDIDATES = 64;

    /** The longest time from joining to a picture that is believed, in milliseconds. */
    int MAX_SETUP = 600_000;

    /** The longest way to a peer and back that is believed, in milliseconds. */
    int MAX_RTT = 60_000;

    /** Whether the frame is one of those that the server counts, and confirms with pong and welcome. */
    default boolean counts() {
        return !(this instanceof Hello || this instanceof Ping);
    }

    /** Whether frames of this type do not count, be they good or bad; null is no type. */
    static boolean isUncounted(String type) {
        return "hello".equals(type) || "ping".equals(type);
    }

    /** The first message of a connection. Without a name the peer is a guest. */
    record Hello(
            @PlainText @Size(max = MAX_NAME, message = "must be at most {max} characters")
            String name,

            @Valid Resume resume)
            implements ClientMessage {}

    /**
     * A peer that was here before, on another connection.
     *
     * @param secret what the server gave to it, and to nobody else
     * @param received how many frames it has got, or null if it has lost count and starts anew
     */
    record Resume(
            @PeerId String peer,

            @NotNull(message = "is missing") @Size(max = 64, message = "must be at most {max} characters")
            String secret,

            @PositiveOrZero(message = "must not be negative")
            Long received) {}

    /** Asks who is in a room, without joining it. */
    record Look(@RoomName String room) implements ClientMessage {}

    /** Enters a room; a peer is in one room at a time. */
    record Join(@RoomName String room) implements ClientMessage {}

    /** Leaves the room. */
    record Leave() implements ClientMessage {}

    /** An SDP offer for one peer of the room (RFC 8829, section 3.2). */
    record Offer(
            @PeerId String to,
            @NotBlank(message = "must not be empty") String sdp) implements ClientMessage {}

    /** The SDP answer to an offer (RFC 8829, section 3.2). */
    record Answer(
            @PeerId String to,
            @NotBlank(message = "must not be empty") String sdp) implements ClientMessage {}

    /** A batch of trickled ICE candidates for one peer (RFC 8838); {@code ""} as candidate marks their end. */
    record Candidates(
            @PeerId String to,

            @NotNull(message = "is missing")
            @Size(min = 1, max = MAX_CANDIDATES, message = "must hold {min} to {max} candidates")
            List<@Valid IceCandidate> candidates)
            implements ClientMessage {}

    /** What the peer sends at the moment; told to everybody else in the room. */
    record State(
            @NotNull(message = "is missing") Boolean audio,
            @NotNull(message = "is missing") Boolean video,
            @NotNull(message = "is missing") Boolean screen,
            @NotNull(message = "is missing") Boolean hand)
            implements ClientMessage {}

    /** A sign of life, with the number of frames received so far. */
    record Ping(
            @PositiveOrZero(message = "must not be negative")
            Long received) implements ClientMessage {}

    /**
     * How the call is, for the metrics; any of it may be null.
     *
     * @param setup from joining to the first picture of somebody else, in milliseconds
     * @param rtt to a peer and back, in milliseconds
     * @param loss the part of the packets that is lost, from 0 to 1
     * @param failed a peer could not be reached: {@code checking} if it never could, {@code disconnected} if it could
     *     before
     */
    record Report(
            @PositiveOrZero(message = "must not be negative")
            @Max(value = MAX_SETUP, message = "must be at most {value}")
            Integer setup,

            @PositiveOrZero(message = "must not be negative") @Max(value = MAX_RTT, message = "must be at most {value}")
            Integer rtt,

            @DecimalMin(value = "0", message = "must be from 0 to 1")
            @DecimalMax(value = "1", message = "must be from 0 to 1")
            Double loss,

            @Pattern(regexp = "checking|disconnected", message = "must be checking or disconnected")
            String failed)
            implements ClientMessage {}
}
