package parley.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import org.junit.jupiter.api.Test;
import parley.access.Visitor;
import parley.line.FakeSocket;
import parley.line.FreshLines;

/** Undertow tells that a send has failed, for the client has closed, before it hands over what the client said at last. */
class LastWordTest {

    private final FreshLines fresh = new FreshLines();
    private final Switchboard switchboard = FreshSwitchboard.on(fresh.lines());
    private final FakeSocket bob = socket();

    @Test
    void who_leaves_has_left_even_if_the_connection_is_down_before_that_is_read() {
        join(bob);
        SignalingEndpoint adas = join(socket());

        adas.close(new CloseReason(() -> 1006, ""));
        adas.text("{\"type\":\"leave\"}", true);

        fresh.pass(60);
        assertThat(bob.frames().get(bob.frames().size() - 1)).contains("peer-left", "\"left\"");
        assertThat(bob.frames()).noneMatch(frame -> frame.contains("peer-away"));
    }

    @Test
    void whose_line_has_ended_is_not_heard_any_more() {
        join(bob);
        SignalingEndpoint adas = join(socket());
        adas.close(new CloseReason(() -> 1000, "left"));
        fresh.runErrands();
        int heard = bob.frames().size();

        adas.text("{\"type\":\"join\",\"room\":\"standup\"}", true);

        assertThat(bob.frames()).hasSize(heard);
    }

    private SignalingEndpoint join(FakeSocket socket) {
        SignalingEndpoint endpoint = FreshSwitchboard.endpoint(switchboard);
        endpoint.open(socket.session("parley.v1"));
        endpoint.text("{\"type\":\"hello\"}", true);
        endpoint.text("{\"type\":\"join\",\"room\":\"standup\"}", true);
        return endpoint;
    }

    private static FakeSocket socket() {
        return FakeSocket.prompt().of(new Visitor("192.0.2.1", null));
    }
}
