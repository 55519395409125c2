package parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How the connections are, and what is said when something is wrong. */
class QualityIT extends DeployedTest {

    /** What the browser says of the picture that arrives, as the panel writes it. */
    private static final String SIZE = """
            async () => {
              for (const { type, kind, frameWidth, frameHeight } of (await window.connections[0].getStats()).values())
                if (type === 'inbound-rtp' && kind === 'video') return `${frameWidth}×${frameHeight}`;
            }
            """;

    /** The panel's figures, and what {@link Flow#COUNTED} calls what they are of. */
    private static final Map<String, String> FIGURES = Map.of(
            "Picture received", "video received",
            "Picture sent", "video sent",
            "Sound received", "audio received",
            "Sound sent", "audio sent");

    private static final String NO_PICTURE = """
            () => window.connections[0].getSenders().find(({ track }) => track?.kind === 'video').replaceTrack(null)
            """;

    @Test
    void the_panel_shows_the_browsers_own_figures_and_a_frame_shows_who_speaks() {
        Person ada = person("Ada").joins("figures");
        Person grace = person("Grace").joins("figures");
        Media.flowsTo(ada, 1);

        assertThat(ada.tileOf("Grace").getByText("Speaking:")).hasCount(1);
        assertThat(ada.tileOf("Grace")).hasClass(Pattern.compile("\\bspeaking\\b"));
        assertThat(grace.tileOf("You")).hasClass(Pattern.compile("\\bspeaking\\b"));
        grace.button("Mute").click();
        assertThat(ada.tileOf("Grace")).not().hasClass(Pattern.compile("\\bspeaking\\b"));
        assertThat(ada.tileOf("Grace").getByText("Speaking:")).hasCount(0);
        assertThat(grace.tileOf("You")).not().hasClass(Pattern.compile("\\bspeaking\\b"));
        assertThat(grace.tileOf("Ada")).hasClass(Pattern.compile("\\bspeaking\\b"));
        grace.button("Unmute").click();

        ada.button("More").click();
        ada.button("Call quality").click();
        Locator card = ada.page.getByRole(AriaRole.COMPLEMENTARY).getByRole(AriaRole.LISTITEM);
        assertThat(card).hasCount(1);
        assertThat(card.getByText(Pattern.compile("^(Good|Fair)$"))).isVisible(within(10_000));
        card.getByText("All figures").click();
        ada.page.waitForCondition(() -> figure(card, "Picture received").startsWith((String) ada.page.evaluate(SIZE)));
        assertThat(figure(card, "Picture received")).matches("\\d+×\\d+ · \\d+ fps · .*bit/s · VP8");
        assertThat(figure(card, "Picture sent")).matches("\\d+×\\d+ · \\d+ fps · .*bit/s · VP8");
        assertThat(figure(card, "Sound received")).matches("\\d+ kbit/s · opus");
        assertThat(figure(card, "Sound sent")).matches("\\d+ kbit/s · opus");
        ada.page.waitForCondition(() -> areAsCounted(ada, card));
        assertThat(figure(card, "Delay")).matches("\\d+ ms");
        assertThat(figure(card, "Lost on the way here")).matches("[\\d.]+ %");
        assertThat(figure(card, "Way")).isEqualTo("direct (host – host, UDP)");
        for (String curve : List.of("Received", "Sent")) {
            ada.page.waitForCondition(() -> heights(card, curve) > 1);
        }
        assertThat(ada.errors()).isEmpty();
    }

    @Test
    void a_bad_network_is_said_in_words_on_both_sides_and_whose_it_is() {
        Person ada = person("Ada");
        LossyNetwork network = LossyNetwork.of(ada);
        ada.joins("bad-network");
        Person grace = person("Grace").joins("bad-network");
        person("Linus").joins("bad-network");
        Media.flowsTo(ada, 2);
        Media.flowsTo(grace, 2);

        network.loses(35);

        assertThat(hint(ada, "Your connection is losing packets")).isVisible(within(30_000));
        assertThat(hint(grace, "The connection with Ada is weak.")).isVisible(within(30_000));
        assertThat(grace.tileOf("Ada").getByText("(poor connection)")).hasCount(1);
        assertThat(grace.tileOf("Linus").getByText("(poor connection)")).hasCount(0);
        network.loses(0);
        assertThat(hint(ada, "Your connection is losing packets")).hasCount(0, none(30_000));
        assertThat(grace.tileOf("Ada").getByText("(poor connection)")).hasCount(0, none(30_000));
    }

    @Test
    void who_is_not_heard_or_stands_still_is_told_and_so_are_the_others() {
        Browser broken =
                anotherBrowser("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", Sound.silence());
        Person ada = person("Ada", broken).joins("dead-microphone");
        Person grace = person("Grace").joins("dead-microphone");
        Media.frames(grace, 1, 10);

        assertThat(grace.tileOf("Ada").getByText("The picture stands still…")).hasCount(0);
        ada.page.evaluate(NO_PICTURE);
        assertThat(grace.tileOf("Ada").getByText("The picture stands still…")).isVisible(within(15_000));
        ada.button("Turn camera off").click();
        assertThat(grace.tileOf("Ada").getByText("The picture stands still…")).hasCount(0, none(10_000));

        assertThat(hint(ada, "Nobody hears you: your microphone gives no sound."))
                .isVisible(within(30_000));
        assertThat(hint(grace, "No sound comes from Ada, who is not muted.")).isVisible(within(30_000));
        assertThat(grace.tileOf("Ada")).not().hasClass(Pattern.compile("\\bspeaking\\b"));
        ada.button("Mute").click();
        assertThat(hint(ada, "Nobody hears you")).hasCount(0, none(10_000));
        assertThat(hint(grace, "No sound comes from Ada")).hasCount(0, none(10_000));
    }

    /** Whether the panel writes of its last two seconds about what the browser has counted in the last two. */
    private static boolean areAsCounted(Person person, Locator card) {
        @SuppressWarnings("unchecked") // an object of the page
        Map<String, List<Number>> counted = (Map<String, List<Number>>) person.page.evaluate(Flow.COUNTED);
        return FIGURES.entrySet().stream()
                .allMatch(it ->
                        Flow.written(figure(card, it.getKey())).isAbout(Flow.counted(counted.get(it.getValue()))));
    }

    /** How many heights a curve has been at. */
    private static long heights(Locator card, String label) {
        String points = row(card, label).locator("polyline").getAttribute("points");
        return Stream.of(points.split(" "))
                .map(point -> point.split(",")[1])
                .distinct()
                .count();
    }

    private static Locator hint(Person person, String text) {
        return person.page.locator(".hint").getByText(text);
    }

    private static String figure(Locator card, String label) {
        return row(card, label).locator("dd").innerText().strip();
    }

    private static Locator row(Locator card, String label) {
        return card.locator("dl > div")
                .filter(new Locator.FilterOptions().setHas(card.page().getByText(label, exact())));
    }

    private static Page.GetByTextOptions exact() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static LocatorAssertions.IsVisibleOptions within(double timeout) {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(timeout);
    }

    private static LocatorAssertions.HasCountOptions none(double timeout) {
        return new LocatorAssertions.HasCountOptions().setTimeout(timeout);
    }
}
