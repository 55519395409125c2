package parley.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.access.Visitor;
import parley.line.FakeSocket;
import parley.line.FreshLines;

class SignedInTest {

    private static final int CONNECTIONS = 20;
    private static final int ROOMS = 10;

    private final FreshLines fresh = new FreshLines();
    private final Switchboard switchboard = FreshSwitchboard.on(fresh.lines());

    private final class Client {

        private final FakeSocket socket;
        private final SignalingEndpoint endpoint = FreshSwitchboard.endpoint(switchboard);

        private Client(String address, String user) {
            socket = FakeSocket.prompt().of(new Visitor(address, user));
            endpoint.open(socket.session(SignalingEndpoint.PROTOCOL));
            fresh.runErrands();
        }

        private Client says(String json) {
            endpoint.text(json.replace('\'', '"'), true);
            return this;
        }

        private String hears() {
            return socket.frames().get(socket.frames().size() - 1);
        }

        private void leaves() {
            endpoint.close(new CloseReason(CloseReason.CloseCodes.NORMAL_CLOSURE, "left"));
            fresh.runErrands();
        }
    }

    @Test
    void a_user_is_in_so_many_rooms_at_a_time_on_all_devices_together() {
        List<Client> devices = new ArrayList<>();
        for (int i = 0; i < ROOMS; i++) {
            devices.add(joined("192.0.2." + i, "ada", i));
            assertThat(devices.get(i).hears()).contains("joined");
        }

        Client late = joined("192.0.2.99", "ada", 99);
        assertThat(late.hears()).contains("too-many-rooms", "\"re\":\"join\"");
        assertThat(joined("192.0.2.99", "bob", 99).hears()).contains("joined");
        assertThat(joined("192.0.2.99", null, 99).hears()).contains("joined");

        devices.get(0).says("{'type':'leave'}");
        assertThat(late.says("{'type':'join','room':'99'}").hears()).contains("joined");
        devices.get(1).leaves();
        assertThat(devices.get(0).says("{'type':'join','room':'99'}").hears()).contains("joined");
        assertThat(joined("192.0.2.99", "ada", 99).hears()).contains("too-many-rooms");
    }

    @Test
    void a_join_that_is_refused_takes_no_place() {
        Client ada = joined("192.0.2.1", "ada", 0);
        for (int i = 0; i < ROOMS; i++) {
            assertThat(ada.says("{'type':'join','room':'1'}").hears()).contains("already-joined");
        }

        for (int i = 1; i < ROOMS; i++) {
            assertThat(joined("192.0.2.1", "ada", i).hears()).contains("joined");
        }
        assertThat(joined("192.0.2.1", "ada", 99).hears()).contains("too-many-rooms");
    }

    @Test
    void a_user_has_so_many_connections_from_wherever() {
        List<Client> devices = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            devices.add(new Client("192.0.2." + i, "ada").says("{'type':'hello'}"));
            assertThat(devices.get(i).hears()).contains("welcome");
        }

        assertThatIsTurnedAway(new Client("192.0.2.99", "ada"));
        assertThat(new Client("192.0.2.99", "bob").says("{'type':'hello'}").hears())
                .contains("welcome");
        devices.get(0).leaves();
        assertThat(new Client("192.0.2.99", "ada").says("{'type':'hello'}").hears())
                .contains("welcome");
        assertThatIsTurnedAway(new Client("192.0.2.99", "ada"));
    }

    private Client joined(String address, String user, int room) {
        return new Client(address, user).says("{'type':'hello'}").says("{'type':'join','room':'" + room + "'}");
    }

    private void assertThatIsTurnedAway(Client client) {
        client.says("{'type':'hello'}");
        fresh.pass(1);
        assertThat(client.socket.closeCodes()).containsExactly(1013);
        assertThat(client.socket.frames())
                .singleElement()
                .asString()
                .matches("\\{\"type\":\"bye\",\"reason\":\"busy\",\"retryAfter\":[0-9.]+}");
    }
}
