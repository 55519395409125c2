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
     * Five minutes of sweeps, one every two seconds, over a connection that comes up after two of them; returns the reports
     * and when each was made, in seconds.
     */
    private static final String FIVE_MINUTES = """
            async ({ states, camera }) => {
              let now = 0;
              performance.now = () => now;
              const { Reports } = await import('./call/quality/reports.js');
              const connection = {};
              const remote = { id: 'grace', connection, away: false, state: { video: camera } };
              const call = Object.assign(new EventTarget(), { remotes: [remote] });
              const quality = Object.assign(new EventTarget(), { of: () => ({ figures }) });
              let figures;
              const told = [];
              new Reports(call, quality, (report) => told.push({ at: now / 1000, ...JSON.parse(JSON.stringify(report)) }));
              call.dispatchEvent(new Event('joined'));
              for (let sweep = 1; sweep <= 150; sweep++) {
                now = sweep * 2000;
                connection.state = states[Math.min(sweep, states.length) - 1];
                figures = connection.state === 'connected'
                  ? { rtt: 12.4, lossUp: 0.01, lossDown: 0.02, framesIn: 30, pictured: now - 700 }
                  : undefined;
                quality.dispatchEvent(new Event('change'));
              }
              return JSON.stringify(told);
            }
            """;

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
    void a_report_comes_at_the_first_picture_and_then_once_a_minute() {
        assertThat(fiveMinutes("['connecting', 'connected']", true))
                .isEqualTo("[{'at':4,'type':'report','setup':700,'rtt':12,'loss':0.02},"
                        + "{'at':64,'type':'report','rtt':12,'loss':0.02},"
                        + "{'at':124,'type':'report','rtt':12,'loss':0.02},"
                        + "{'at':184,'type':'report','rtt':12,'loss':0.02},"
                        + "{'at':244,'type':'report','rtt':12,'loss':0.02}]");
    }

    @Test
    void where_there_is_no_camera_nobody_waits_for_a_picture() {
        assertThat(fiveMinutes("['connected', 'closed']", false))
                .isEqualTo("[{'at':2,'type':'report','rtt':12,'loss':0.02}]");
    }

    @Test
    void a_peer_that_is_never_reached_is_told_once_and_so_is_one_that_is_lost() {
        assertThat(fiveMinutes("['connecting', 'disconnected', 'failed', 'connecting', 'failed']", true))
                .isEqualTo("[{'at':6,'type':'report','failed':'checking'}]");
        assertThat(fiveMinutes("['connected', 'disconnected', 'connecting', 'failed']", true))
                .isEqualTo("[{'at':2,'type':'report','setup':700,'rtt':12,'loss':0.02},"
                        + "{'at':62,'type':'report','failed':'disconnected'}]");
    }

    private String fiveMinutes(String states, boolean camera) {
        Person ada = person("Ada").opensPage("");
        String told = (String) ada.page.evaluate(
                "async () => (" + FIVE_MINUTES + ")({ states: " + states + ", camera: " + camera + " })");
        return told.replace('"', '\'');
    }

    private static List<JsonObject> reports(Person person) {
        return person.framesSent().stream()
                .filter(frame -> frame.startsWith("{\"type\":\"report\""))
                .map(frame -> Json.createReader(new StringReader(frame)).readObject())
                .toList();
    }
}
