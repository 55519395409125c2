package parley.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parley.message.ServerMessage.Departure;
import parley.message.ServerMessage.Welcome;

class ServerMessageTest {

    private static final Peer ADA = new Peer("p1", "Ada", Peer.State.INITIAL);
    private static final String ADA_ON_THE_WIRE = """
            {"id":"p1","name":"Ada","state":{"audio":true,"hand":false,"screen":false,"video":true}}""";

    private final MessageCodec codec = Samples.codec();

    @ParameterizedTest
    @MethodSource("everyMessage")
    void every_message_is_written_with_its_type_first(ServerMessage message, String expected) {
        assertThat(codec.encode(message).text()).isEqualTo(expected);
    }

    static Stream<Arguments> everyMessage() {
        return Stream.of(
                arguments(
                        new Welcome(
                                new Welcome.Self("p1", "Ada"),
                                "s1",
                                List.of(new Welcome.IceServer(List.of("stun:192.0.2.1"))),
                                20,
                                true,
                                7,
                                new Welcome.Limits(65536, 64, 64, 4000000)),
                        """
                        {"type":"welcome","heartbeat":20,"iceServers":[{"urls":["stun:192.0.2.1"]}],\
                        "limits":{"candidates":64,"frame":65536,"name":64,"uplink":4000000},"peer":{"id":"p1","name":"Ada"},\
                        "received":7,"resumed":true,"secret":"s1"}"""),
                arguments(
                        new ServerMessage.RoomView("standup", List.of(new ServerMessage.RoomView.Name("Ada")), 8), """
                        {"type":"room","capacity":8,"peers":[{"name":"Ada"}],"room":"standup"}"""),
                arguments(new ServerMessage.Joined("standup", List.of(ADA), 8), """
                        {"type":"joined","capacity":8,"peers":[%s],"room":"standup"}""".formatted(ADA_ON_THE_WIRE)),
                arguments(new ServerMessage.Left(), """
                        {"type":"left"}"""),
                arguments(new ServerMessage.PeerJoined(ADA), """
                        {"type":"peer-joined","peer":%s}""".formatted(ADA_ON_THE_WIRE)),
                arguments(new ServerMessage.PeerLeft("p1", Departure.lost), """
                        {"type":"peer-left","id":"p1","reason":"lost"}"""),
                arguments(new ServerMessage.PeerAway("p1"), """
                        {"type":"peer-away","id":"p1"}"""),
                arguments(new ServerMessage.PeerBack("p1"), """
                        {"type":"peer-back","id":"p1"}"""),
                arguments(new ServerMessage.Bye(ServerMessage.Bye.Reason.draining, 2.5), """
                        {"type":"bye","reason":"draining","retryAfter":2.5}"""),
                arguments(new ServerMessage.Offer("p1", "v=0\r\n"), """
                        {"type":"offer","from":"p1","sdp":"v=0\\r\\n"}"""),
                arguments(new ServerMessage.Answer("p1", "v=0\r\n"), """
                        {"type":"answer","from":"p1","sdp":"v=0\\r\\n"}"""),
                arguments(
                        new ServerMessage.Candidates(
                                "p1",
                                List.of(
                                        new IceCandidate("candidate:1", "0", 0, "abcd"),
                                        new IceCandidate("", null, null, null))),
                        """
                        {"type":"candidates","candidates":[{"candidate":"candidate:1","sdpMLineIndex":0,\
                        "sdpMid":"0","usernameFragment":"abcd"},{"candidate":""}],"from":"p1"}"""),
                arguments(new ServerMessage.StateOf("p1", true, false, true, false), """
                        {"type":"state","audio":true,"from":"p1","hand":false,"screen":true,"video":false}"""),
                arguments(new ServerMessage.Pong(7), """
                        {"type":"pong","received":7}"""),
                arguments(new ServerMessage.Failure("room-full", "the room is full", "join"), """
                        {"type":"error","code":"room-full","message":"the room is full","re":"join"}"""),
                arguments(new ServerMessage.Failure("malformed", "not a JSON object", null), """
                        {"type":"error","code":"malformed","message":"not a JSON object"}"""));
    }

    @Test
    void the_table_of_types_names_every_message_there_is() {
        assertThat(Arrays.stream(ServerMessage.class
                                .getAnnotation(JsonbTypeInfo.class)
                                .value())
                        .map(JsonbSubtype::type))
                .containsExactlyInAnyOrder(ServerMessage.class.getPermittedSubclasses());
        assertThat(everyMessage().<Class<?>>map(arguments -> arguments.get()[0].getClass()))
                .contains(ServerMessage.class.getPermittedSubclasses());
    }

    @Test
    void refusals_have_a_code_in_lower_case_with_hyphens() {
        assertThat(new Refusal(Refusal.Code.NO_SUCH_PEER, "no such peer in this room")
                        .re("offer")
                        .toMessage())
                .isEqualTo(new ServerMessage.Failure("no-such-peer", "no such peer in this room", "offer"));
    }
}
