package parley.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import parley.access.Visitor;
import parley.line.Ending;
import parley.line.FakeSocket;
import parley.line.FreshLines;
import parley.message.ClientMessage;
import parley.message.Refusal;
import parley.ops.IceFailure;
import parley.ops.Metrics;
import parley.ops.Refused;

/** What the metrics tell of a conversation. */
class CountingTest {

    private static final Visitor SOMEBODY = new Visitor("192.0.2.1", null);

    private final FreshLines fresh = new FreshLines();
    private final Switchboard switchboard = FreshSwitchboard.on(fresh.lines());
    private final FakeSocket ada = FakeSocket.prompt().of(SOMEBODY);
    private final FakeSocket bob = FakeSocket.prompt().of(SOMEBODY);
    private SignalingEndpoint adas;
    private SignalingEndpoint bobs;

    @BeforeEach
    void adaAndBobAreInARoom() {
        switchboard.metrics = new Metrics();
        switchboard.greeting.metrics = switchboard.metrics;
        switchboard.whereabouts.metrics = switchboard.metrics;
        adas = joined(ada);
        bobs = joined(bob);
    }

    @ParameterizedTest
    @EnumSource
    void every_code_of_an_error_is_counted_by_its_name(Refusal.Code code) {
        assertThat(Refused.valueOf(code.name()).value()).isEqualTo(code.wire());
    }

    @ParameterizedTest
    @EnumSource(
            names = {"BROKEN", "REPLACED"},
            mode = EnumSource.Mode.EXCLUDE)
    void every_ending_that_somebody_is_to_blame_for_is_counted_by_its_name(Ending ending) {
        switchboard.whereabouts.closing(
                switchboard.whereabouts.lines.of(idOf(ada)).orElseThrow(), ending);

        assertThat(switchboard.metrics.scrape())
                .contains("parley_connections_ended_total{reason=\"%s\"} 1.0\n"
                        .formatted(ending.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    @Test
    void what_was_passed_on_is_counted_once_and_what_was_refused_is_not() {
        say(bobs, "{'type':'offer','to':'%s','sdp':'v=0'}".formatted(idOf(ada)));
        say(bobs, "{'type':'offer','to':'nobody','sdp':'v=0'}");

        assertThat(switchboard.metrics.scrape())
                .contains(
                        "parley_frames_relayed_total{type=\"offer\"} 1.0\n",
                        "parley_refusals_total{reason=\"no-such-peer\"} 1.0\n");
    }

    @Test
    void a_report_is_counted_and_answered_by_nothing() {
        int before = ada.frames().size();

        say(adas, "{'type':'report','setup':800,'rtt':12,'loss':0.5,'failed':'disconnected'}");
        say(adas, "{'type':'report'}");

        assertThat(ada.frames()).hasSize(before);
        assertThat(bob.frames()).noneMatch(frame -> frame.contains("report"));
        assertThat(switchboard.metrics.scrape())
                .contains(
                        "parley_call_setup_seconds_count 1\n",
                        "parley_call_rtt_seconds_count 1\n",
                        "parley_call_loss_ratio_count 1\n",
                        "parley_ice_failures_total{kind=\"disconnected\"} 1.0\n",
                        "parley_ice_failures_total{kind=\"checking\"} 0.0\n");
    }

    @Test
    void one_client_does_not_outweigh_the_others_by_reporting_all_the_time() {
        reports(adas, 100);
        reports(bobs, 1);

        assertThat(reportsCounted()).isEqualTo(4 + 1);
        assertThat(ada.frames()).noneMatch(frame -> frame.contains("error"));
        fresh.pass(15);
        reports(adas, 100);
        assertThat(reportsCounted()).isEqualTo(5 + 1);
    }

    @Test
    void to_come_back_does_not_make_up_for_too_many_reports() {
        reports(adas, 100);
        FakeSocket next = FakeSocket.prompt().of(SOMEBODY);
        SignalingEndpoint nexts = opened(next);

        say(nexts, resume(secretOf(ada), "2"));
        reports(nexts, 100);

        assertThat(next.frames().get(0)).contains("\"resumed\":true");
        assertThat(reportsCounted()).isEqualTo(4);
    }

    @Test
    void who_is_in_no_room_has_nothing_to_report() {
        say(adas, "{'type':'leave'}");

        reports(adas, 1);

        assertThat(ada.frames()).last().asString().contains("\"not-joined\"", "\"re\":\"report\"");
        assertThat(reportsCounted()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void every_failure_that_is_counted_can_be_reported(IceFailure failure) {
        say(adas, "{'type':'report','failed':'%s'}".formatted(failure.value()));

        assertThat(switchboard.metrics.scrape())
                .contains("parley_ice_failures_total{kind=\"" + failure.value() + "\"} 1.0\n");
    }

    @Test
    void every_failure_that_can_be_reported_is_counted() throws NoSuchFieldException {
        Pattern accepted = ClientMessage.Report.class.getDeclaredField("failed").getAnnotation(Pattern.class);

        assertThat(accepted.regexp().split("\\|"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(IceFailure.values()).map(IceFailure::value).toList());
    }

    @Test
    void who_says_hello_for_the_first_time_does_not_come_back() {
        assertThat(switchboard.metrics.scrape())
                .contains(
                        "parley_resumes_total{outcome=\"resumed\"} 0.0\n",
                        "parley_resumes_total{outcome=\"fresh\"} 0.0\n",
                        "parley_resumes_total{outcome=\"new\"} 0.0\n");
    }

    @ParameterizedTest
    @CsvSource({"resumed, true, 2", "fresh, true, null", "new, false, 2"})
    void who_comes_back_is_counted_before_it_hears_of_it(String outcome, boolean knowsTheSecret, String received) {
        List<String> then = new ArrayList<>();
        FakeSocket next = FakeSocket.prompt().of(SOMEBODY).before(frame -> then.add(switchboard.metrics.scrape()));

        say(opened(next), resume(knowsTheSecret ? secretOf(ada) : "a guess", received));

        assertThat(then).first().asString().contains("parley_resumes_total{outcome=\"" + outcome + "\"} 1.0\n");
        assertThat(next.frames().get(0)).contains("\"welcome\"");
    }

    private SignalingEndpoint joined(FakeSocket socket) {
        SignalingEndpoint endpoint = opened(socket);
        say(endpoint, "{'type':'hello'}");
        say(endpoint, "{'type':'join','room':'counted'}");
        return endpoint;
    }

    private SignalingEndpoint opened(FakeSocket socket) {
        SignalingEndpoint endpoint = FreshSwitchboard.endpoint(switchboard);
        endpoint.open(socket.session(SignalingEndpoint.PROTOCOL));
        return endpoint;
    }

    private static void reports(SignalingEndpoint endpoint, int times) {
        for (int i = 0; i < times; i++) {
            say(endpoint, "{'type':'report','rtt':12}");
        }
    }

    private long reportsCounted() {
        return switchboard
                .metrics
                .scrape()
                .lines()
                .filter(line -> line.startsWith("parley_call_rtt_seconds_count "))
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)))
                .sum();
    }

    private static void say(SignalingEndpoint endpoint, String json) {
        endpoint.text(json.replace('\'', '"'), true);
    }

    private String resume(String secret, String received) {
        return "{'type':'hello','resume':{'peer':'%s','secret':'%s','received':%s}}"
                .formatted(idOf(ada), secret, received);
    }

    private static String secretOf(FakeSocket socket) {
        return socket.frames().get(0).replaceFirst(".*\"secret\":\"([^\"]+)\".*", "$1");
    }

    private static String idOf(FakeSocket socket) {
        return socket.frames().get(0).replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1");
    }
}
