package parley.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;

/** What clients hear of a server that stops, and nothing else. */
final class Farewell {

    private Farewell() {}

    static void assertThatIsToldToComeBack(Caller caller) {
        assertThat(caller.closeCode()).isEqualTo(1001);
        assertThat(caller.unheard()).as("what %s hears", caller).hasSize(1);
        JsonObject bye = caller.expect("bye");
        assertThat(bye.getString("reason")).isEqualTo("draining");
        assertThat(bye.getJsonNumber("retryAfter").doubleValue()).isBetween(1.0, 3.0);
    }

    static void assertThatIsClosedWithoutAWord(Socket socket) {
        assertThat(socket.closeCode()).isEqualTo(1001);
        assertThat(socket.unheard()).isEmpty();
    }
}
