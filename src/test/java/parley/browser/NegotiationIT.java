package parley.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NegotiationIT extends DeployedTest {

    private static final Predicate<String> OFFERS = frame -> frame.contains("\"type\":\"offer\"");
    private static final Predicate<String> CANDIDATES = frame -> frame.contains("\"type\":\"candidates\"");

    private static final Pattern ADDRESS = Pattern.compile("(?<=udp \\d{1,10} )\\S+ \\d+");

    private static final String RENEGOTIATE = "() => window.connections.at(-1).restartIce()";

    private static final String DESCRIPTIONS = """
            () => {
              const connection = window.connections.at(-1);
              const generation = (description) => description.sdp.match(/a=ice-ufrag:(.*)/)[1].trim();
              return {
                state: connection.signalingState,
                local: generation(connection.localDescription),
                remote: generation(connection.remoteDescription),
                media: connection.getTransceivers().length,
              };
            }
            """;

    @Test
    void both_renegotiate_at_once_fifty_times_and_always_agree() {
        Person ada = person("Ada");
        Person grace = person("Grace");
        List<Person> both = List.of(ada, grace);
        List<Wire> wires = both.stream().map(Wire::of).toList();
        both.forEach(person -> person.joins("glare"));
        Media.flowsTo(ada, 1);
        Media.flowsTo(grace, 1);

        for (int round = 1; round <= 50; round++) {
            Object before = ada.page.evaluate(DESCRIPTIONS);
            wires.forEach(wire -> wire.hold(OFFERS));
            both.forEach(person -> person.page.evaluate(RENEGOTIATE));
            // Both offers are under way before either arrives: that is glare, every time.
            wires.forEach(wire -> wire.waitForHeld("offer"));
            wires.forEach(Wire::release);
            ada.page.waitForCondition(() -> agree(ada, grace) && !before.equals(ada.page.evaluate(DESCRIPTIONS)));
        }

        assertThat(both.stream()
                        .mapToLong(person -> person.timesLogged("glare – ignoring offer"))
                        .sum())
                .isEqualTo(50);
        assertThat(media(ada)).isEqualTo(2);
        assertThat(media(grace)).isEqualTo(2);
        assertThat(both).allSatisfy(person -> assertThat(person.errors()).isEmpty());
        Media.flowsTo(ada, 1);
        Media.flowsTo(grace, 1);
    }

    @Test
    void candidates_that_come_before_the_description_are_kept() {
        Person ada = person("Ada").joins("early");
        Person grace = person("Grace");
        Wire wire = Wire.of(grace);
        grace.opens("early");
        wire.hold(OFFERS);
        grace.button("Join").click();
        wire.waitForHeld("offer");
        grace.page.waitForCondition(() -> grace.framesSent().stream().anyMatch(CANDIDATES));

        wire.release();

        Media.flowsTo(ada, 1);
        Media.flowsTo(grace, 1);
        // A candidate that was told, and not one that was found out when a check came in from it.
        assertThat(ada.page.evaluate("""
                        async () => [...(await window.connections.at(-1).getStats()).values()]
                            .filter((report) => report.type === 'remote-candidate' && report.candidateType === 'host')
                            .length > 0
                        """)).isEqualTo(true);
        assertThat(ada.errors()).isEmpty();
    }

    @Test
    void a_connection_that_found_no_way_restarts_finds_one_and_is_reported() {
        Person ada = person("Ada");
        Person grace = person("Grace");
        AtomicInteger offers = new AtomicInteger();
        UnaryOperator<String> noWayForTheFirstOffer = frame -> {
            if (OFFERS.test(frame)) {
                offers.incrementAndGet();
            }
            return CANDIDATES.test(frame) && offers.get() < 2
                    ? ADDRESS.matcher(frame).replaceAll("127.0.0.2 40009")
                    : frame;
        };
        Wire.of(ada).change(noWayForTheFirstOffer);
        Wire.of(grace).change(noWayForTheFirstOffer);

        ada.joins("restart");
        grace.joins("restart");

        grace.page.waitForCondition(() -> offers.get() >= 2, new Page.WaitForConditionOptions().setTimeout(60_000));
        Media.flowsTo(ada, 1);
        Media.flowsTo(grace, 1);
        Person first = ada.timesSaid("offer") > 0 ? ada : grace;
        first.page.waitForCondition(
                () -> first.framesSent().stream().anyMatch(frame -> frame.contains("\"failed\":\"checking\"")));
    }

    private static boolean agree(Person ada, Person grace) {
        Map<?, ?> one = (Map<?, ?>) ada.page.evaluate(DESCRIPTIONS);
        Map<?, ?> other = (Map<?, ?>) grace.page.evaluate(DESCRIPTIONS);
        return "stable".equals(one.get("state"))
                && "stable".equals(other.get("state"))
                && one.get("local").equals(other.get("remote"))
                && other.get("local").equals(one.get("remote"));
    }

    private static Object media(Person person) {
        return ((Map<?, ?>) person.page.evaluate(DESCRIPTIONS)).get("media");
    }
}
