package parley.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import parley.container.Caller;
import parley.container.Server;

/** The log as an administrator reads it, of a server that runs as the run command runs it. */
@EnabledIfSystemProperty(
        named = "tested.server",
        matches = "payara-micro",
        disabledReason = "the run command starts Payara Micro")
class LogIT {

    /** In a string of JSON; quoted and escaped the same in the log. */
    private static final String ROOM = "quo\\\"te\\\\ {0} %s $1 会议";

    /** Has to be nowhere. */
    private static final String HOSTILE = "XYZZY";

    private static final int MANY = 500;

    @TempDir
    private static Path folder;

    private static RunningParley parley;
    private static Server server;

    @BeforeAll
    static void start() throws IOException {
        parley = RunningParley.in(folder).ready();
        server =
                new Server(URI.create("http://localhost:" + parley.http() + "/").toURL());
    }

    @AfterAll
    static void stop() {
        parley.close();
    }

    @Test
    void joins_and_leaves_are_a_line_each_with_peer_and_room() {
        try (Caller ada = joined("Eve\\\" joined room \\\"x", ROOM)) {
            ada.tell("{'type':'leave'}");
            ada.expect("left");
            assertThatItSaysOf(ada)
                    .hasSize(2)
                    .anyMatch(line -> line.endsWith(" Peer " + ada.id() + " joined room \"" + ROOM + '"'))
                    .anyMatch(line -> line.endsWith(" Peer " + ada.id() + " left room \"" + ROOM + '"'));
        }
    }

    @Test
    void a_connection_that_the_server_closes_is_told_with_the_reason() {
        Caller ada = joined("Ada", ROOM);
        ada.say("x".repeat(70_000));
        assertThat(ada.closeCode()).isEqualTo(1009);

        await().untilAsserted(() -> assertThatItSaysOf(ada)
                .anyMatch(line -> line.endsWith(" Closing the connection of peer " + ada.id() + " in room \"" + ROOM
                        + "\": frame too large (1009)"))
                .anyMatch(line -> line.endsWith(" Peer " + ada.id() + " was lost from room \"" + ROOM + '"')));
    }

    @Test
    void a_refusal_is_a_line_with_peer_and_room_and_without_what_was_said() {
        List<String> bad = List.of(
                HOSTILE,
                "{'type':'" + HOSTILE + "\\n'}",
                "{'type':'join','room':'" + HOSTILE + "\\r\\n2026-01-01 00:00:00 SEVERE parley: forged'}",
                "{'type':'join','room':'" + HOSTILE + "\\u202e'}",
                "{'type':'join','room':'" + HOSTILE + "'}",
                "{'type':'hello','name':'" + HOSTILE + "\\u0000'}",
                "{'type':'hello','resume':{'peer':'" + HOSTILE + "','secret':'" + HOSTILE + "'}}",
                "{'type':'offer','to':'" + HOSTILE + "\\u001b[31m','sdp':'v=0\\r\\n" + HOSTILE + "'}",
                "{'type':'candidates','to':'" + HOSTILE + "','candidates':[{'candidate':'" + HOSTILE + "\\r\\n'}]}",
                "{'type':'state','audio':'" + HOSTILE + "','video':true,'screen':true,'hand':true}",
                "{'" + HOSTILE + "\\n':1}");
        try (Caller ada = joined("Ada", ROOM)) {
            for (String message : bad) {
                ada.tell("%s", message);
                ada.expect("error");
            }
            assertThatItSaysOf(ada)
                    .hasSize(1 + bad.size())
                    .filteredOn(line -> line.contains(" Refused peer " + ada.id() + " in room \"" + ROOM + "\": "))
                    .hasSize(bad.size())
                    .anyMatch(line -> line.contains("join, already-joined (leave the room first"))
                    .anyMatch(line -> line.contains("offer, no-such-peer"));
        }
        assertThat(parley.said()).doesNotContain(HOSTILE, "forged", "\u202e", "\u001b");
    }

    @Test
    void secrets_stay_secret() throws IOException {
        try (Caller ada = Caller.connect(server);
                Caller eve = Caller.connect(server)) {
            ada.tell("{'type':'hello','name':'Ada'}");
            JsonObject welcome = ada.expect("welcome");
            String id = welcome.getJsonObject("peer").getString("id");
            String secret = welcome.getString("secret");
            ada.tell("{'type':'join','room':7,'x':'%s'}", secret);
            ada.expectError("invalid", "join");
            eve.tell("{'type':'hello','resume':{'peer':'%s','secret':'%s','received':0}}", id, secret + "?");
            eve.expect("welcome");

            await().until(() ->
                    parley.said().contains("Refused a client at 127.0.0.1 the place of a peer: wrong secret"));
            assertThat(parley.said()).contains(id).doesNotContain(secret);
        }
        assertThat(parley.said())
                .doesNotContain(Files.readString(folder.resolve("parley.key")).strip());
    }

    @Test
    void who_is_refused_again_and_again_is_cut_off_before_the_log_is_full() {
        Caller ada = joined("Ada", ROOM);
        // Whether the last of them still finds the socket open is a matter of luck.
        catchThrowable(() -> {
            for (int i = 0; i < MANY && !ada.isClosed(); i++) {
                ada.tell("{'type':'leave','x':" + i);
            }
        });
        assertThat(ada.closeCode()).isEqualTo(4429);

        await().untilAsserted(
                        () -> assertThatItSaysOf(ada).anyMatch(line -> line.endsWith(": too many messages (4429)")));
        assertThatItSaysOf(ada).filteredOn(line -> line.contains(" Refused ")).hasSizeBetween(50, 100);
    }

    @Test
    void who_has_not_said_hello_is_told_by_address() {
        try (Caller nobody = Caller.connect(server)) {
            nobody.tell("{'type':'leave'}");
            nobody.expectError("hello-first", "leave");
            assertThat(nobody.closeCode()).isEqualTo(4408);
            await().untilAsserted(() -> assertThat(parley.said())
                    .contains("Refused a client at 127.0.0.1 that has not said hello: leave, hello-first")
                    .contains("Closing the connection of a client at 127.0.0.1 that has not said hello:"
                            + " no hello in time (4408)"));
        }
    }

    private static Caller joined(String name, String room) {
        return Caller.join(server, name, room);
    }

    /** The lines about somebody, of which each begins as a line of the log does. */
    private static ListAssert<String> assertThatItSaysOf(Caller caller) {
        return assertThat(parley.said().lines().filter(line -> line.contains(caller.id())))
                .allMatch(line -> line.matches("[-0-9]{10} [:0-9]{8} INFO +parley\\.[A-Za-z.]+: .*"));
    }
}
