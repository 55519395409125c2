package parley.browser;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page tells the server of how the call is. */
class ReportIT extends DeployedTest {

    /**
     * Five minutes of a call in which what a story says happens at its seconds, with a sweep every two; returns the reports
     * and when each was made. The figures of a sweep are always 300 ms old.
     */
    private static final String FIVE_MINUTES = """
            async (story) => {
              let now = 0;
              performance.now = () => now;
              const { Reports } = await import('./call/quality/reports.js');
              const told = [];
              const remotes = Object.assign([], { informed: true });
              const call = Object.assign(new EventTarget(), { remotes });
              const channel = Object.assign(new EventTarget(), {
                send: ({ type, ...report }) => told.push({ at: now / 1000, ...JSON.parse(JSON.stringify(report)) }),
              });
              const figures = ({ connection, seen }) => connection.state === 'connected'
                ? {
                  at: now - 300, rtt: 12.4, lossUp: 0.01, lossDown: 0.02,
                  framesIn: seen <= now - 300 ? 30 : 0, pictured: now - 300 - seen,
                }
                : undefined;
              const find = (id) => remotes.find((it) => it.id === id);
              const quality = Object.assign(new EventTarget(), { of: (id) => ({ figures: figures(find(id)) }) });
              const change = (effect) => {
                effect();
                call.dispatchEvent(new Event('change'));
              };
              const actions = {
                comes: (id, video = true) =>
                  change(() => remotes.push({ id, connection: { state: 'connecting' }, away: false, state: { video }, seen: Infinity })),
                joined: () => call.dispatchEvent(new Event('joined')),
                is: (id, state) => change(() => (find(id).connection.state = state)),
                shows: (id) => (find(id).seen = now - 1500),
                turnsCameraOff: (id) => change(() => (find(id).state = { video: false })),
                away: (id, away = true) => change(() => (find(id).away = away)),
                goes: (id) => change(() => remotes.splice(remotes.indexOf(find(id)), 1)),
                down: () => {
                  remotes.informed = false;
                  channel.dispatchEvent(new Event('down'));
                },
                up: () => (remotes.informed = true),
                leave: () => call.dispatchEvent(new Event('leaving')),
              };
              new Reports(call, quality, channel);
              const plot = story(actions);
              for (let second = 0; second <= 300; second++) {
                now = second * 1000;
                plot[second]?.();
                if (second > 0 && second % 2 === 0) quality.dispatchEvent(new Event('change'));
              }
              return JSON.stringify(told);
            }
            """;

    /** Makes a connection say that it is in a state, as if the network had brought it there. */
    private static final String STATE = """
            (state) => {
              const connection = window.connections.at(-1);
              Object.defineProperty(connection, 'connectionState', { value: state, configurable: true });
              connection.dispatchEvent(new Event('connectionstatechange'));
            }
            """;

    /** In whose page the stories are told. */
    private Person teller;

    @Test
    void who_comes_to_somebody_tells_once_how_long_it_took_until_the_first_picture() {
        Person ada = person("Ada").joins("report");
        long before = System.nanoTime();
        Person grace = person("Grace").joins("report");
        Media.frames(grace, 1, 10);
        double most = (System.nanoTime() - before) / 1e6;

        grace.page.waitForCondition(() -> grace.timesSaid("report") == 1);
        ada.page.waitForCondition(() -> ada.timesSaid("report") == 1);

        JsonObject report = reports(grace).get(0);
        assertThat(report.getInt("setup")).isBetween(50, (int) most);
        assertThat(report.getInt("rtt")).isBetween(0, 1000);
        assertThat(report.getJsonNumber("loss").doubleValue()).isBetween(0.0, 1.0);
        assertThat(report).doesNotContainKey("failed");
        assertThat(reports(ada).get(0)).as("of who waited alone").doesNotContainKey("setup");
    }

    @Test
    void who_gives_up_tells_what_failed_before_leaving() {
        Person ada = person("Ada").joins("giving-up");
        Person grace = person("Grace").joins("giving-up");
        Media.flowsTo(grace, 1);
        grace.page.evaluate(STATE, "disconnected");

        grace.button("Leave").click();

        ada.page.waitForCondition(() -> ada.timesHeard("peer-left") == 1);
        List<String> said = grace.framesSent().stream()
                .filter(frame -> frame.contains("\"failed\""))
                .toList();
        assertThat(said).containsExactly("{\"type\":\"report\",\"failed\":\"disconnected\"}");
    }

    @Test
    void the_first_report_waits_for_the_first_picture_and_then_there_is_one_a_minute() {
        assertThat(
                        told(
                                "0: () => { comes('grace'); joined(); }, 1: () => is('grace', 'connected'), 7: () => shows('grace')"))
                .isEqualTo("{at:8,setup:5500,rtt:12,loss:0.02} {at:68,rtt:12,loss:0.02} {at:128,rtt:12,loss:0.02}"
                        + " {at:188,rtt:12,loss:0.02} {at:248,rtt:12,loss:0.02}");
    }

    @Test
    void a_picture_that_does_not_come_holds_the_first_report_up_for_a_minute_at_most() {
        assertThat(
                        told(
                                "0: () => { comes('grace'); joined(); }, 1: () => is('grace', 'connected'), 71: () => shows('grace')"))
                .startsWith("{at:60,rtt:12,loss:0.02} {at:120,setup:69500,rtt:12,loss:0.02} {at:180,rtt:12,loss:0.02}");
    }

    @Test
    void to_wait_for_somebody_to_come_is_not_to_wait_for_the_call() {
        for (String beginning : List.of(
                "0: joined",
                "0: () => { comes('grace'); joined(); }, 9: () => goes('grace')",
                "0: () => { comes('grace'); joined(); }, 9: () => turnsCameraOff('grace')",
                "0: () => { comes('grace'); joined(); }, 9: () => away('grace'), 11: () => away('grace', false)",
                "0: () => { comes('grace', false); joined(); }")) {
            assertThat(told(beginning
                            + ", 241: () => { comes('linus'); is('linus', 'connected'); }, 251: () => shows('linus')"))
                    .as(beginning)
                    .isEqualTo("{at:242,rtt:12,loss:0.02}");
        }
    }

    @Test
    void a_failure_that_lasts_for_a_moment_only_is_told_with_the_next_sweep() {
        assertThat(told("""
                0: () => { comes('grace'); joined(); },
                15: () => { is('grace', 'failed'); is('grace', 'connecting'); },
                31: () => { is('grace', 'failed'); is('grace', 'connecting'); }""")).isEqualTo("{at:16,failed:checking}");
    }

    @Test
    void a_connection_that_was_lost_is_told_when_it_is_certain_that_the_other_is_still_there() {
        assertThat(told("""
                0: () => { comes('grace', false); joined(); is('grace', 'connected'); },
                11: () => { is('grace', 'disconnected'); is('grace', 'failed'); },
                19: () => is('grace', 'connected'), 21: () => is('grace', 'disconnected'),
                65: () => is('grace', 'connected'), 71: () => is('grace', 'disconnected')"""))
                .isEqualTo("{at:2,rtt:12,loss:0.02} {at:62,failed:disconnected} {at:66,rtt:12,loss:0.02}"
                        + " {at:122,failed:disconnected}");
    }

    @Test
    void what_the_network_between_us_is_not_to_blame_for_is_not_told() {
        for (String reason : List.of(
                // The computer of the other was closed, maybe for a while.
                "73: () => away('grace')",
                "8: () => away('grace')",
                "41: () => away('grace'), 43: () => away('grace', false)",
                "51: () => goes('grace')",
                // Our own network was gone.
                "5: down, 28: up",
                "29: down, 41: up",
                "61: () => { down(); up(); }",
                "79: down")) {
            assertThat(told(
                            "0: () => { comes('grace'); joined(); is('grace', 'connected'); }, 31: () => is('grace', 'disconnected'),"
                                    + reason))
                    .as(reason)
                    .doesNotContain("failed");
        }
    }

    @Test
    void of_several_failures_each_kind_is_told_once_a_minute() {
        assertThat(told("""
                0: () => { ['ada', 'grace', 'linus'].forEach((id) => comes(id, false)); joined(); is('ada', 'connected'); },
                11: () => { is('ada', 'failed'); is('grace', 'failed'); is('linus', 'failed'); },
                21: () => comes('alan', false),
                37: () => is('alan', 'failed')"""))
                .isEqualTo(
                        "{at:2,rtt:12,loss:0.02} {at:12,failed:checking} {at:62,failed:disconnected} {at:72,failed:checking}");
    }

    @Test
    void on_leaving_there_is_no_time_to_wait_any_more() {
        assertThat(told("""
                0: () => { comes('ada', false); comes('grace', false); joined(); is('ada', 'connected'); },
                11: () => { is('ada', 'disconnected'); is('grace', 'failed'); leave(); ['ada', 'grace'].forEach(goes); }""")).isEqualTo("{at:2,rtt:12,loss:0.02} {at:11,failed:disconnected} {at:11,failed:checking}");
    }

    @Test
    void while_the_server_is_gone_nothing_is_put_aside_for_it() {
        assertThat(told("0: () => { comes('grace', false); joined(); is('grace', 'connected'); }, 55: down, 81: up"))
                .startsWith("{at:2,rtt:12,loss:0.02} {at:82,rtt:12,loss:0.02} {at:142,");
    }

    private String told(String story) {
        if (teller == null) {
            teller = person("Ada").opensPage("");
        }
        String plot =
                "({ comes, joined, is, shows, turnsCameraOff, away, goes, down, up, leave }) => ({" + story + "})";
        String told = (String) teller.page.evaluate("async () => (" + FIVE_MINUTES + ")(" + plot + ")");
        return told.replace("\"", "").replace("},{", "} {").replaceAll("[\\[\\]]", "");
    }

    private static List<JsonObject> reports(Person person) {
        return person.framesSent().stream()
                .filter(frame -> frame.startsWith("{\"type\":\"report\""))
                .map(frame -> Json.createReader(new StringReader(frame)).readObject())
                .toList();
    }
}
