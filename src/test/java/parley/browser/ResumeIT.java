package parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResumeIT extends DeployedTest {

    private static final String ONLINE = "() => window.dispatchEvent(new Event('online'))";

    private static final String LAYOUT =
            "() => JSON.stringify(document.querySelector('.tiles').getBoundingClientRect())";

    /** Makes a connection say something to its peer that is not worth an offer: a candidate that leads nowhere. */
    private static final String TRICKLE = """
            () => {
              const candidate = {
                candidate: 'candidate:1 1 udp 1 127.0.0.2 40009 typ host', sdpMid: '0', sdpMLineIndex: 0,
              };
              const event = new Event('icecandidate');
              event.candidate = { ...candidate, toJSON: () => candidate };
              window.connections.at(-1).dispatchEvent(event);
            }
            """;

    @Test
    void a_cut_connection_goes_on_where_it_was_and_nobody_notices() {
        Person ada = person("Ada");
        Wire wire = Wire.of(ada);
        ada.joinsWithCamera("cut");
        Person grace = person("Grace").joinsWithCamera("cut");
        Media.flowsTo(ada, 1);
        Media.flowsTo(grace, 1);
        Object tile = grace.tileOf("Ada").elementHandle();
        long candidates = grace.timesHeard("candidates");

        Object layout = ada.page.evaluate(LAYOUT);

        // What is lost is the rest of what was said, so a report may not slip through.
        wire.hold(
                frame -> Stream.of("\"state\"", "\"candidates\"", "\"report\"").anyMatch(frame::contains));
        ada.button("Mute").click();
        wire.waitForHeld("state");
        wire.down();
        ada.page.evaluate(TRICKLE);
        grace.button("Mute").click();
        ada.button("Unmute").click();
        ada.button("Turn camera off").click();
        assertThat(ada.page.getByText("Reconnecting…")).isVisible();
        assertThat(ada.page.evaluate(LAYOUT)).isEqualTo(layout);
        wire.mend();

        assertThat(ada.tileOf("Grace").getByText("Muted:")).hasCount(1);
        assertThat(grace.tileOf("Ada").locator(".avatar")).isVisible();
        assertThat(grace.tileOf("Ada").getByText("Muted:")).hasCount(0);
        assertThat(ada.page.getByText("Reconnecting…")).hasCount(0);
        assertThat(grace.timesHeard("state")).isEqualTo(3);
        assertThat(ada.timesHeard("state")).isEqualTo(1);
        assertThat(grace.timesHeard("candidates")).isEqualTo(candidates + 1);
        assertThat(ada.timesSaid("join")).isEqualTo(1);
        assertThat(ada.timesSaid("offer") + grace.timesSaid("offer")).isEqualTo(1);
        assertThat(grace.timesHeard("peer-left")).isZero();
        assertThat((Boolean) grace.page.evaluate("(tile) => tile.isConnected", tile))
                .isTrue();
        assertThat(List.of(ada, grace))
                .allSatisfy(person -> assertThat(person.errors()).isEmpty());
    }

    @Test
    void who_has_lost_the_place_takes_another_and_the_call_goes_on() {
        Person ada = person("Ada");
        Wire wire = Wire.of(ada);
        ada.joinsWithCamera("lost-place");
        Person grace = person("Grace").joinsWithCamera("lost-place");
        ada.button("Mute").click();
        assertThat(grace.tileOf("Ada").getByText("Muted:")).hasCount(1);
        Media.flowsTo(ada, 1);
        Media.frames(grace, 1, 10);
        Object tile = grace.tileOf("Ada").elementHandle();
        // As if more had been missed than the server keeps.
        wire.change(frame -> frame.replaceFirst(",\"received\":\\d+", ""));

        wire.cut();

        grace.page.waitForCondition(() -> grace.timesHeard("state") == 2);
        assertThat(grace.timesHeard("peer-left")).isEqualTo(1);
        assertThat(ada.timesSaid("join")).isEqualTo(2);
        Media.frames(ada, 1, 30);
        Media.frames(grace, 1, 30);
        assertThat(ada.timesSaid("offer") + grace.timesSaid("offer")).isEqualTo(1);
        assertThat((Boolean) grace.page.evaluate("(tile) => tile.isConnected", tile))
                .isTrue();
        assertThat(grace.tileOf("Ada").getByText("Muted:")).hasCount(1);
        grace.button("Turn camera off").click();
        assertThat(ada.tileOf("Grace").locator(".avatar")).isVisible();
    }

    @Test
    void who_comes_back_to_a_full_room_stays_in_the_call_until_there_is_a_place() {
        Person ada = person("Ada");
        Wire wire = Wire.of(ada);
        ada.joinsWithCamera("place");
        Person grace = person("Grace").joinsWithCamera("place");
        Media.flowsTo(ada, 1);
        Person linus = person("Linus").opensPage("");
        FullRoom.fill(linus, "full-place");
        wire.change(frame -> frame.replaceFirst(",\"received\":\\d+", "").replace("\"place\"", "\"full-place\""));

        wire.cut();

        ada.page.waitForCondition(() -> ada.timesHeard("error") == 1);
        assertThat(ada.page.getByText("Reconnecting…")).isVisible();
        Media.frames(ada, 1, 30);
        wire.change(frame -> frame);
        assertThat(ada.page.getByText("Reconnecting…")).hasCount(0);
        Media.frames(grace, 1, 30);
        assertThat(ada.timesSaid("offer") + grace.timesSaid("offer")).isEqualTo(1);
    }

    @Test
    void a_dead_server_is_noticed_within_five_seconds_of_coming_online() {
        Person ada = person("Ada");
        Wire wire = Wire.of(ada);
        ada.joins("dead");
        Person grace = person("Grace").joins("dead");
        Media.flowsTo(ada, 1);
        int sockets = wire.sockets();
        wire.swallow();

        ada.page.evaluate(ONLINE);

        ada.page.waitForCondition(() -> wire.sockets() > sockets, new Page.WaitForConditionOptions().setTimeout(5000));
        ada.button("Mute").click();
        assertThat(grace.tileOf("Ada").getByText("Muted:")).hasCount(1);
        assertThat(ada.timesSaid("join")).isEqualTo(1);
    }

    @Test
    void who_is_told_to_come_back_later_does_unless_the_network_changes_before() {
        Person ada = person("Ada");
        Wire wire = Wire.of(ada);
        ada.joins("later");
        int sockets = wire.sockets();
        wire.tell("{\"type\":\"bye\",\"reason\":\"draining\",\"retryAfter\":60.5}");

        wire.cut();

        assertThat(ada.page.getByText("Reconnecting…")).isVisible();
        assertThat(wire.sockets()).isEqualTo(sockets);
        ada.page.evaluate(ONLINE);
        assertThat(ada.page.getByText("Reconnecting…")).hasCount(0);
        assertThat(wire.sockets()).isEqualTo(sockets + 1);
        assertThat(ada.timesSaid("join")).isEqualTo(1);
    }

    @Test
    void who_leaves_while_anothers_server_is_gone_is_gone_there_at_once() {
        Person ada = person("Ada");
        Wire wire = Wire.of(ada);
        ada.joins("leaving-unheard");
        Person grace = person("Grace").joins("leaving-unheard");
        Person linus = person("Linus").joins("leaving-unheard");
        Media.flowsTo(ada, 2);
        wire.down();
        assertThat(ada.page.getByText("Reconnecting…")).isVisible();

        grace.button("Leave").click();

        ada.tileOf("Grace")
                .waitFor(new Locator.WaitForOptions()
                        .setState(WaitForSelectorState.DETACHED)
                        .setTimeout(2000));
        assertThat(ada.tileOf("Linus")).isVisible();
        wire.mend();
        assertThat(ada.page.getByText("Reconnecting…")).hasCount(0);
        Media.flowsTo(ada, 1);
        assertThat(ada.errors()).isEmpty();
    }

    @Test
    void who_leaves_while_their_own_server_is_gone_is_gone_for_the_others() {
        Person ada = person("Ada").joins("leaving-alone");
        Person grace = person("Grace");
        Wire wire = Wire.of(grace);
        grace.joins("leaving-alone");
        Media.flowsTo(ada, 1);
        wire.down();

        grace.button("Leave").click();

        assertThat(ada.tileOf("Grace")).hasCount(0);
    }
}
