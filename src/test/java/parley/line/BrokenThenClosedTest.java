package parley.line;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.message.Frame;
import parley.message.Peer;
import parley.message.ServerMessage.Departure;

/** Containers mark a session as closing before they tell of it: a send in between fails first. */
class BrokenThenClosedTest {

    @Test
    void a_page_that_was_closed_has_left_even_if_a_send_failed_before_the_container_told_of_it() throws Exception {
        FreshLines fresh = new FreshLines();
        List<Departure> departures = new ArrayList<>();
        FakeSocket socket = FakeSocket.slow();
        Socket its = fresh.lines().open(socket.session(), (line, departure) -> departures.add(departure), () -> {});
        fresh.lines().assign(its.line(), new Peer("p1", "Ada", Peer.State.INITIAL));
        its.line().send(Frame.of("1", true));

        socket.fail();
        fresh.runErrands();
        its.closed(new CloseReason(() -> 1001, ""));
        fresh.pass(1);

        assertThat(departures).containsExactly(Departure.left);
        assertThat(socket.closeCodes()).isEmpty();
    }
}
