package parley.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsIT extends InServer {

    private static final String STATE = "{'type':'state','audio':true,'video':true,'screen':false,'hand':true}";
    private static final String HERE = "127.0.0.1";
    private static final Path DASHBOARD = Path.of("payara-config/grafana-dashboard.json");

    @Test
    void what_is_relayed_refused_resumed_and_reported_is_counted_and_nothing_else() throws IOException {
        Scraped before = Scraped.from(server);

        Caller ada = joined("Ada", "watched");
        Caller bob = joined("Bob", "watched");
        bob.tell("{'type':'offer','to':'%s','sdp':'v=0'}", ada.id());
        bob.tell("{'type':'candidates','to':'%s','candidates':[{'candidate':''}]}", ada.id());
        bob.tell("{'type':'candidates','to':'%s','candidates':[{'candidate':''}]}", ada.id());
        bob.tell("{'type':'offer','to':'nobody','sdp':'v=0'}");
        bob.expectError("no-such-peer", "offer");
        bob.tell("nonsense");
        bob.expectError("malformed", null);
        List.of("peer-joined", "offer", "candidates", "candidates").forEach(ada::expect);
        ada.tell("{'type':'answer','to':'%s','sdp':'v=0'}", bob.id());
        bob.expect("answer");
        ada.tellAndSettle(STATE);
        bob.expect("state");
        relaysVerbatim();
        ada.tellAndSettle("{'type':'report','setup':800,'rtt':12,'loss':0.015,'failed':'checking'}");
        ada.tellAndSettle("{'type':'report','rtt':40}");
        bob.tellAndSettle("{'type':'report','failed':'disconnected'}");
        bob.tell("{'type':'report','loss':2}");
        bob.expectError("invalid", "report");
        ada.expectNothing();
        Caller eve = greeted("Eve");
        eve.tell("{'type':'report','setup':1,'rtt':1,'loss':1,'failed':'checking'}");
        eve.expectError("not-joined", "report");
        try (Handshake stranger = new Handshake(server.signal(), HERE, "Origin: http://evil.example")) {
            assertThat(stranger.status()).isEqualTo(403);
        }
        ada.close(4000);
        assertThat(connected().resume(ada.id(), ada.secret(), 5).getBoolean("resumed"))
                .isTrue();
        assertThat(connected().resume(bob.id(), bob.secret(), null).getBoolean("resumed"))
                .isFalse();
        assertThat(connected().resume(ada.id(), "a guess", 5).getBoolean("resumed"))
                .isFalse();

        Map<String, Double> expected = Map.ofEntries(
                Map.entry("parley_frames_relayed_total{type=\"offer\"}", 1.0),
                Map.entry("parley_frames_relayed_total{type=\"answer\"}", 1.0),
                Map.entry("parley_frames_relayed_total{type=\"candidates\"}", 2.0),
                Map.entry("parley_frames_relayed_total{type=\"state\"}", 1.0),
                Map.entry("parley_frames_relayed_total{type=\"verbatim\"}", 1.0),
                Map.entry("parley_refusals_total{reason=\"no-such-peer\"}", 1.0),
                Map.entry("parley_refusals_total{reason=\"malformed\"}", 1.0),
                Map.entry("parley_refusals_total{reason=\"invalid\"}", 1.0),
                Map.entry("parley_refusals_total{reason=\"not-joined\"}", 1.0),
                Map.entry("parley_refusals_total{reason=\"origin\"}", 1.0),
                Map.entry("parley_resumes_total{outcome=\"resumed\"}", 1.0),
                Map.entry("parley_resumes_total{outcome=\"fresh\"}", 1.0),
                Map.entry("parley_resumes_total{outcome=\"new\"}", 1.0),
                Map.entry("parley_call_setup_seconds_count", 1.0),
                Map.entry("parley_call_rtt_seconds_count", 2.0),
                Map.entry("parley_call_loss_ratio_count", 1.0),
                Map.entry("parley_ice_failures_total{kind=\"checking\"}", 1.0),
                Map.entry("parley_ice_failures_total{kind=\"disconnected\"}", 1.0));
        // What is passed on may be heard before it is counted.
        await().untilAsserted(() ->
                assertThat(Scraped.from(server).growthSince(before)).containsExactlyInAnyOrderEntriesOf(expected));
    }

    private void relaysVerbatim() {
        Socket one = closedAfterwards(new Socket(server.relay("watched"), server.origin(), null));
        Socket other = closedAfterwards(new Socket(server.relay("watched"), server.origin(), null));
        // The 101 of the other's handshake may come before it is in the room.
        await().until(() -> server.remains().endsWith("2 relayed"));
        one.say("anything");
        assertThat(other.next()).isEqualTo("anything");
    }

    @Test
    void what_there_is_at_the_moment_is_measured_at_the_moment() {
        Caller ada = joined("Ada", "moment");
        joined("Bob", "moment");
        ada.expect("peer-joined");
        greeted("Eve");
        closedAfterwards(new Socket(server.relay("moment"), server.origin(), null));
        await().until(() -> server.remains().endsWith("1 relayed"));

        Scraped now = Scraped.from(server);

        assertThat(now.value("parley_connections")).isEqualTo(4);
        assertThat(now.value("parley_rooms")).isEqualTo(1);
        assertThat(now.value("parley_peers")).isEqualTo(2);
        assertThat(now.value("parley_lines_bytes"))
                .isPositive()
                .isEqualTo(Double.parseDouble(server.get("test/kept").body()));
    }

    @Test
    void the_most_that_was_kept_for_one_client_is_remembered_for_a_while() {
        Caller ada = joined("Ada", "most");
        Caller bob = joined("Bob", "most");
        for (int i = 0; i < 200; i++) {
            bob.tell(STATE);
        }
        bob.expectNothing();

        // joined, peer-joined and the states: Ada confirms nothing.
        await().untilAsserted(() ->
                assertThat(Scraped.from(server).value("parley_line_frames_max")).isEqualTo(202));
        assertThat(Scraped.from(server).value("parley_line_bytes_max")).isGreaterThan(200 * 50);
        ada.expect("peer-joined");
        for (int i = 0; i < 200; i++) {
            ada.expect("state");
        }
        ada.tell("{'type':'ping','received':202}");
        // Else Bob's leaving might be kept for Ada besides.
        ada.expect("pong");
        ada.close();
        bob.close();
        await().until(() -> Scraped.from(server).value("parley_lines_bytes") == 0);
        assertThat(Scraped.from(server).value("parley_line_frames_max")).isEqualTo(202);
    }

    @Test
    void whatever_a_client_says_makes_no_new_time_series() {
        Scraped before = Scraped.from(server);
        Caller eve = joined("Eve{type=evil}", "evil");

        eve.tell("{'type':'evil'}");
        eve.expectError("unknown-type", null);
        eve.tell("{'type':'report','failed':'evil'}");
        eve.expectError("invalid", "report");
        eve.tell("{'type':'report','evil':1}");
        eve.expectNothing();

        assertThat(Scraped.from(server).series()).isEqualTo(before.series());
    }

    @ParameterizedTest
    @ValueSource(strings = {"metrics", "metrics/", "metrics;x=y", "%6detrics", "metrics?name%5B%5D=parley_rooms"})
    void whom_this_computer_speaks_for_may_not_read_the_metrics(String path) {
        HttpResponse<String> refused = server.from("192.0.2.1").get(path);

        assertThat(refused.statusCode()).isIn(403, 404);
        assertThat(refused.body()).doesNotContain("parley_");
        if (path.equals("metrics")) {
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).isEmpty();
        }
    }

    @Test
    void a_forged_header_does_not_open_them() {
        assertThat(server.from(HERE).get("metrics").statusCode()).isEqualTo(403);
        HttpResponse<String> read = server.get("metrics");
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.headers().firstValue("Content-Type").orElseThrow().replace(" ", ""))
                .isEqualToIgnoringCase("text/plain;version=0.0.4;charset=utf-8");
    }

    @Test
    void everybody_may_ask_whether_the_server_is_well() {
        for (String path : List.of("health/live", "health/ready")) {
            HttpResponse<String> well = server.from("192.0.2.1").get(path);
            assertThat(well.statusCode()).isEqualTo(200);
            assertThat(well.body()).isEqualTo("{\"status\":\"UP\",\"checks\":[]}");
            assertThat(well.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
            assertThat(well.headers().firstValue("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void the_dashboard_and_the_documents_name_what_there_is_and_all_of_it() throws IOException {
        Scraped now = Scraped.from(server);
        assertThatNoException()
                .isThrownBy(() ->
                        Json.createReader(Files.newBufferedReader(DASHBOARD)).readObject());
        Pattern metric = Pattern.compile("\\bparley_[a-z_]+\\b");
        for (Path page : List.of(DASHBOARD, Path.of("src/docs/WATCHING.md"))) {
            List<String> named = metric.matcher(Files.readString(page))
                    .results()
                    .map(MatchResult::group)
                    .map(name -> name.replaceFirst("_(bucket|sum|count)$", ""))
                    .distinct()
                    .toList();

            List<String> given = now.names().stream()
                    .map(name -> name.replaceFirst("_(bucket|sum|count)$", ""))
                    // Micrometer adds the longest of each timer, which a histogram need not have.
                    .filter(name -> !name.endsWith("_seconds_max"))
                    .distinct()
                    .toList();
            assertThat(named).as("%s", page).containsExactlyInAnyOrderElementsOf(given);
        }
    }
}
