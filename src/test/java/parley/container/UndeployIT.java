package parley.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What an application leaves behind in a server that goes on without it. */
@EnabledIfSystemProperty(
        named = "tested.server",
        matches = "payara-micro",
        disabledReason = "looks for what Payara keeps, and for its threads")
class UndeployIT {

    private static final Pattern KEPT_BY_PAYARA = Pattern.compile("\\$\\$Lambda"
            + "|ops\\.(Property|Networks|Relayed|Refused|Ended|Resumed|IceFailure)$|line\\.Ending$|message\\.(Peer\\$State|Refusal\\$Code)$"
            + "|ServerMessage\\$(Bye\\$Reason|Departure)$|access\\.(HandshakeFilter\\$1|Visitor)$");

    @TempDir
    private static Path directory;

    private static ServerProcess payara;
    private Server server;

    @BeforeAll
    static void start() throws IOException {
        payara = ServerProcess.startEmpty(directory);
    }

    @AfterAll
    static void stop() {
        payara.close();
    }

    @BeforeEach
    void deploy() throws IOException {
        payara.tell("deploy");
        server = payara.server();
    }

    @Test
    void clients_are_told_and_nothing_of_ours_is_left() throws IOException {
        Caller ada = Caller.join(server, "Ada", "standup");
        Caller bob = Caller.join(server, "Bob", "standup");
        ada.expect("peer-joined");
        Caller eve = Caller.greet(server, "Eve");
        Socket tutorial = new Socket(server.relay("tutorial"), server.origin(), null);
        assertThat(living()).anyMatch(line -> line.contains("parley.line.Line"));
        // Last: whoever says no hello has but five seconds.
        Caller nobody = Caller.connect(server);

        payara.tell("undeploy");

        assertThat(List.of(ada, bob, eve)).allSatisfy(Farewell::assertThatIsToldToComeBack);
        assertThat(List.of(nobody, tutorial)).allSatisfy(Farewell::assertThatIsClosedWithoutAWord);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(living()).isEmpty());
        assertThat(payara.jcmd("Thread.print"))
                .contains("http-thread-pool")
                .doesNotContain("parley.line", "parley.signaling", "parley.relay");
    }

    /**
     * The objects of our classes, as the histogram lists them, but for those that Payara keeps in any case: with the
     * class loader, which the inherited {@code AccessControlContext} of a pooled thread holds until that thread ends, go
     * constants and lambdas; with the last few requests, which Grizzly keeps for reuse, goes who made them.
     */
    private static List<String> living() throws IOException {
        return payara.jcmd("GC.class_histogram")
                .lines()
                .filter(line -> line.contains(" parley."))
                .filter(line -> !line.contains(Redeployer.class.getName()))
                .filter(line -> !KEPT_BY_PAYARA.matcher(line).find())
                .toList();
    }

    @Test
    void who_comes_back_after_a_second_deployment_is_the_same_and_joins_again() throws IOException {
        Caller ada = Caller.connect(server);
        ada.tell("{'type':'hello','name':'Ada'}");
        JsonObject before = ada.expect("welcome");
        ada.tell("{'type':'join','room':'standup'}");
        ada.expect("joined");

        payara.tell("undeploy");
        payara.tell("deploy");

        Caller again = Caller.connect(server);
        again.tell(
                "{'type':'hello','name':'Ada','resume':{'peer':'%s','secret':'%s','received':1}}",
                before.getJsonObject("peer").getString("id"), before.getString("secret"));
        JsonObject after = again.expect("welcome");
        assertThat(after.getJsonObject("peer")).isEqualTo(before.getJsonObject("peer"));
        assertThat(after.getBoolean("resumed")).isFalse();
        assertThat(after.getInt("received")).isZero();
        again.tell("{'type':'join','room':'standup'}");
        assertThat(again.expect("joined").getJsonArray("peers")).isEmpty();
        again.close();
        payara.tell("undeploy");
    }
}
