package parley.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parley.access.Visitor;
import parley.line.FakeSocket;
import parley.line.FreshLines;
import parley.line.Line;
import parley.line.Lines;
import parley.message.ClientMessage;
import parley.message.ClientMessage.Hello;
import parley.message.ClientMessage.Join;
import parley.message.MessageCodec;
import parley.message.Refusal;
import parley.message.Samples;

class SwitchboardTest {

    private static final Visitor SOMEBODY = new Visitor("192.0.2.1", null);

    private final MessageCodec codec = Samples.codec();
    private final FakeSocket ada = FakeSocket.prompt().of(SOMEBODY);
    private final FakeSocket bob = FakeSocket.prompt().of(SOMEBODY);
    private Switchboard switchboard;
    private Line adasLine;
    private Line bobsLine;

    @BeforeEach
    void wire() {
        Lines lines = new FreshLines().lines();
        switchboard = FreshSwitchboard.on(lines);
        adasLine = lines.open(ada.session(), switchboard.whereabouts, () -> {}).line();
        bobsLine = lines.open(bob.session(), switchboard.whereabouts, () -> {}).line();
    }

    @ParameterizedTest
    @MethodSource
    void every_message_is_answered_or_passed_on(String type, String toAda, String toBob) {
        greet();
        switchboard.receive(bobsLine, new Join("standup"));
        if (!type.equals("join")) {
            switchboard.receive(adasLine, new Join("standup"));
        }
        ada.frames().clear();
        bob.frames().clear();

        String to = bobsLine.peer().orElseThrow().id();
        switchboard.receive(adasLine, codec.decode(Samples.OF_TYPE.get(type).replace("p1", to)));

        assertThat(typesOf(ada))
                .containsExactlyElementsOf(Stream.ofNullable(toAda).toList());
        assertThat(typesOf(bob))
                .containsExactlyElementsOf(Stream.ofNullable(toBob).toList());
    }

    static Stream<Arguments> every_message_is_answered_or_passed_on() {
        return Stream.of(
                arguments("look", "room", null),
                arguments("join", "joined", "peer-joined"),
                arguments("leave", "left", "peer-left"),
                arguments("offer", null, "offer"),
                arguments("answer", null, "answer"),
                arguments("candidates", null, "candidates"),
                arguments("state", null, "state"),
                arguments("ping", "pong", null),
                arguments("report", null, null));
    }

    @Test
    void no_message_was_forgotten_above() {
        assertThat(Stream.concat(
                        Stream.of("hello"),
                        every_message_is_answered_or_passed_on()
                                .map(arguments -> (String) arguments.get()[0])))
                .containsExactlyInAnyOrderElementsOf(Samples.OF_TYPE.keySet())
                .hasSameSizeAs(ClientMessage.class.getPermittedSubclasses());
    }

    @Test
    void nothing_is_done_for_who_has_not_said_hello() {
        Samples.OF_TYPE.values().stream()
                .map(codec::decode)
                .filter(message -> !(message instanceof Hello))
                .forEach(message -> assertThatThrownBy(() -> switchboard.receive(adasLine, message))
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                refusal -> assertThat(refusal.code()).isEqualTo(Refusal.Code.HELLO_FIRST)));
        assertThat(ada.frames()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void a_peer_is_called_what_it_says(String name, String expected) {
        switchboard.receive(adasLine, new Hello(name, null));

        assertThat(adasLine.peer().orElseThrow().name()).isEqualTo(expected);
    }

    static Stream<Arguments> a_peer_is_called_what_it_says() {
        return Stream.of(
                arguments(" Ada ", "Ada"), arguments(null, "Guest"), arguments("", "Guest"), arguments("  ", "Guest"));
    }

    @Test
    void ids_are_long_and_never_the_same() {
        assertThat(Stream.generate(Ids::next).limit(1000))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[A-Za-z0-9_-]{22}"));
    }

    private void greet() {
        switchboard.receive(adasLine, new Hello("Ada", null));
        switchboard.receive(bobsLine, new Hello("Bob", null));
    }

    private static Stream<String> typesOf(FakeSocket socket) {
        return socket.frames().stream().map(frame -> frame.replaceFirst("^\\{\"type\":\"([a-z-]+)\".*", "$1"));
    }
}
