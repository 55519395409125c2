package parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A network between two people that changes in the middle of their call. */
class PathIT extends DeployedTest {

    private static final String GENERATIONS = """
            () => window.connections.map((it) => it.localDescription.sdp.match(/a=ice-ufrag:(.*)/)[1].trim())
            """;

    private static final String STATES = "() => window.connections.map((it) => it.connectionState).join()";

    @Test
    void a_lost_way_through_the_network_leads_to_another_and_not_to_another_call() {
        Person ada = person("Ada");
        LossyNetwork network = LossyNetwork.of(ada);
        ada.joins("path");
        Person grace = person("Grace").joins("path");
        Media.flowsTo(ada, 1);
        Media.flowsTo(grace, 1);
        List<?> before = (List<?>) ada.page.evaluate(GENERATIONS);
        Object tile = ada.tileOf("Grace").elementHandle();
        long offers = ada.timesSaid("offer") + grace.timesSaid("offer");

        network.loses(100);
        assertThat(lost(ada, "Grace")).isVisible(within(20_000));
        ada.page.waitForCondition(
                () -> ada.timesSaid("offer") + grace.timesSaid("offer") > offers,
                new Page.WaitForConditionOptions().setTimeout(20_000));
        network.loses(0);

        Media.frames(ada, 1, 30);
        Media.frames(grace, 1, 30);
        assertThat(ada.page.evaluate(STATES)).isEqualTo("connected");
        assertThat((List<?>) ada.page.evaluate(GENERATIONS)).hasSize(1).isNotEqualTo(before);
        assertThat((Boolean) ada.page.evaluate("(tile) => tile.isConnected", tile))
                .isTrue();
        assertThat(ada.tileOf("Grace").locator(".status")).hasCount(0);
        assertThat(grace.timesHeard("peer-left")).isZero();
    }

    @Test
    void who_has_lost_both_the_server_and_the_others_is_back_with_them() {
        Person ada = person("Ada");
        Wire wire = Wire.of(ada);
        LossyNetwork network = LossyNetwork.of(ada);
        ada.joins("both");
        Person grace = person("Grace").joins("both");
        Media.flowsTo(ada, 1);
        Media.flowsTo(grace, 1);
        network.loses(100);
        assertThat(lost(ada, "Grace")).isVisible(within(20_000));
        assertThat(lost(grace, "Ada")).isVisible(within(20_000));
        // As if more had been missed than the server keeps: Grace lets go, Ada still hopes.
        wire.change(frame -> frame.replaceFirst(",\"received\":\\d+", ""));

        wire.cut();
        ada.page.waitForCondition(() -> ada.timesHeard("joined") == 2);
        network.loses(0);

        Media.flowsTo(ada, 1);
        Media.flowsTo(grace, 1);
        assertThat(grace.tileOf("Ada")).hasCount(1);
        assertThat(ada.tileOf("Grace")).hasCount(1);
        // Ada saw that Grace had begun anew, and did so, too: not every browser can go on with what the other has lost.
        assertThat(ada.page.evaluate(STATES)).isEqualTo("closed,connected");
        assertThat(ada.errors()).isEmpty();
        assertThat(grace.errors()).isEmpty();
    }

    /** What is said of a connection that is down; of one whose picture stands still something else is said before. */
    private static Locator lost(Person person, String other) {
        return person.tileOf(other).locator(".status").getByText(Pattern.compile("weak|Reconnecting"));
    }

    private static IsVisibleOptions within(double timeout) {
        return new IsVisibleOptions().setTimeout(timeout);
    }
}
