package parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScreenShareIT extends DeployedTest {

    /** What the encoders are told to preserve of the camera and of the screen that the last connection sends. */
    private static final String HINTS = """
            () => window.connections.at(-1).getSenders().filter(({ track }) => track?.kind === 'video')
              .map(({ track }) => track.contentHint)
            """;

    /** What the last connection sends of its own screen: the bytes so far, and how many sections there are in all. */
    private static final String SENDING = """
            async () => {
              const connection = window.connections.at(-1);
              const sections = connection.localDescription.sdp.split(/^m=/m).slice(1);
              const screen = sections.slice(2).map((section) => section.match(/^a=mid:(\\S+)/m)[1]);
              const sent = [...(await connection.getStats()).values()]
                .filter(({ type, mid }) => type === 'outbound-rtp' && screen.includes(mid));
              return { sections: sections.length, bytes: sent.reduce((sum, { bytesSent }) => sum + bytesSent, 0) };
            }
            """;

    @Test
    void a_shared_tab_is_seen_and_heard_beside_the_camera_until_it_is_closed() {
        Person ada = person("Ada", Slides.browser(this));
        Page slides = Slides.open(ada);
        ada.joins("tab");
        Person grace = person("Grace").joins("tab");
        Media.flowsTo(grace, 1);

        ada.button("Share screen").click();

        // First of all: it is taken away again after ten seconds.
        assertThat(grace.page.getByRole(AriaRole.STATUS).getByText("Ada is sharing a screen"))
                .hasCount(1);
        Slides.areSeenIn(grace, "Ada's screen");
        Picture picture = Picture.of(grace, "Ada's screen");
        assertThat(picture.size()).isEqualTo(List.of(Slides.WIDTH, Slides.HEIGHT));
        picture.isShownWhole();
        Media.isHeardFrom(grace, grace.tileOf("Ada's screen"));
        Media.videos(grace, 2);
        assertThat(ada.page.getByText("You are sharing your screen")).isVisible();
        Slides.areSeenIn(ada, "Your screen");
        assertThat(ada.page.evaluate(HINTS)).isEqualTo(List.of("", "text"));

        Person linus = person("Linus").joins("tab");
        Slides.areSeenIn(linus, "Ada's screen");

        slides.close();
        for (Person person : List.of(grace, linus)) {
            assertThat(person.tileOf("Ada's screen")).hasCount(0);
            Media.frames(person, 2, 10);
        }
        assertThat(ada.button("Share screen")).isVisible();
        assertThat(Stream.of(ada, grace, linus).flatMap(it -> it.errors().stream()))
                .isEmpty();
    }

    @Test
    void the_quality_panel_has_the_figures_of_a_shared_screen_on_both_sides_as_long_as_it_is_shared() {
        Person ada = person("Ada", Slides.browser(this));
        Slides.open(ada);
        ada.opens("screen-figures");
        // What she shares is no camera, not even where it is the first picture that she sends.
        ada.button("Turn camera off").click();
        ada.button("Join").click();
        Person grace = person("Grace").joins("screen-figures");
        Media.flowsTo(ada, 1);
        ada.button("Share screen").click();
        Slides.areSeenIn(grace, "Ada's screen");

        String slides = "%d×%d · ".formatted(Slides.WIDTH, Slides.HEIGHT) + "\\d+ fps · .*bit/s · VP[89]";
        assertThat(figure(ada, "Screen sent")).hasText(Pattern.compile(slides));
        assertThat(figure(grace, "Screen received")).hasText(Pattern.compile(slides));
        assertThat(figure(ada, "Screen received")).hasCount(0);
        assertThat(figure(grace, "Screen sent")).hasCount(0);
        assertThat(figure(ada, "Picture sent")).hasText("–");
        assertThat(figure(grace, "Picture received"))
                .not()
                .containsText("%d×%d".formatted(Slides.WIDTH, Slides.HEIGHT));
        ada.button("Stop sharing").click();
        assertThat(figure(grace, "Screen received")).hasCount(0);
        assertThat(figure(ada, "Screen sent")).hasCount(0);
    }

    @Test
    void who_stops_sends_nothing_more_and_may_share_again_and_again_in_the_same_sections() {
        Person ada = person("Ada").joins("again");
        Person grace = person("Grace").joins("again");
        ada.button("Share screen").click();
        Picture.of(grace, "Ada's screen").waitFor(Picture.FAKE_SCREEN);
        Object sections = sending(ada).get("sections");

        for (int round = 1; round <= 10; round++) {
            ada.button("Stop sharing").click();
            assertThat(grace.tileOf("Ada's screen")).hasCount(0);
            assertThat(ada.tileOf("Your screen")).hasCount(0);
            ada.button("Share screen").click();
            assertThat(grace.tileOf("Ada's screen")).hasCount(1);
        }

        Picture.of(grace, "Ada's screen").waitFor(Picture.FAKE_SCREEN);
        assertThat(sending(ada)).containsEntry("sections", sections);
        ada.button("Stop sharing your screen").click();
        assertThat(grace.tileOf("Ada's screen")).hasCount(0);
        // What was on its way when it was stopped may still arrive.
        ada.page.waitForCondition(() -> {
            Object sent = sending(ada).get("bytes");
            Media.frames(grace, 1, 30);
            return sent.equals(sending(ada).get("bytes"));
        });
    }

    @Test
    void two_who_begin_to_share_at_the_same_moment_are_both_seen() {
        List<Person> both = List.of(person("Ada", Slides.browser(this)), person("Grace", Slides.browser(this)));
        List<Wire> wires = both.stream().map(Wire::of).toList();
        both.forEach(Slides::open);
        both.forEach(person -> person.joins("both"));
        both.forEach(person -> Media.flowsTo(person, 1));
        wires.forEach(wire -> wire.hold(frame -> frame.contains("\"type\":\"offer\"")));

        both.forEach(person -> person.button("Share screen").click());
        wires.forEach(wire -> wire.waitForHeld("offer"));
        wires.forEach(Wire::release);

        Slides.areSeenIn(both.get(0), "Grace's screen");
        Slides.areSeenIn(both.get(1), "Ada's screen");
        both.forEach(person -> Media.videos(person, 2));
    }

    @Test
    void who_has_no_camera_may_share_and_is_shared_with_and_a_camera_that_comes_later_is_no_screen() {
        Person ada = person("Ada", Slides.browser(this));
        Slides.open(ada);
        Person grace = person("Grace", Slides.browser(this));
        Slides.open(grace);
        grace.page.addInitScript("""
                const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
                navigator.mediaDevices.getUserMedia = async (constraints) => {
                  if (!window.plugged) throw new DOMException('none', 'NotFoundError');
                  return open(constraints);
                };
                """);
        ada.joins("no-camera");
        grace.joins("no-camera");
        Media.flowsTo(grace, 1);

        ada.button("Share screen").click();
        Slides.areSeenIn(grace, "Ada's screen");
        grace.button("Share screen").click();
        Slides.areSeenIn(ada, "Grace's screen");
        grace.page.evaluate("() => { window.plugged = true }");
        grace.button("Turn camera on").click();

        Media.videos(ada, 2);
        assertThat(ada.tileOf("Grace").locator(".avatar")).hasCount(0);
        Slides.areSeenIn(ada, "Grace's screen");
        Picture.of(ada, "Grace").waitFor(Picture.FAKE_SCREEN);
    }

    @Test
    void who_thinks_better_of_it_hears_nothing_and_who_cannot_share_is_told_why() {
        Person ada = person("Ada");
        ada.page.addInitScript("""
                window.asked = 0;
                navigator.mediaDevices.getDisplayMedia = async () => {
                  const [name, message] = window.answer;
                  setTimeout(() => window.asked++);
                  throw new DOMException(message, name);
                };
                """);
        ada.joins("refused");
        assertThat(ada.button("Share screen")).isVisible();

        ada.page.evaluate("() => { window.answer = ['NotAllowedError', 'Permission denied'] }");
        ada.button("Share screen").click();
        ada.page.waitForFunction("() => window.asked === 1");
        assertThat(ada.page.getByRole(AriaRole.ALERT)).hasCount(0);
        assertThat(ada.button("Share screen")).isVisible();

        ada.page.evaluate("() => { window.answer = ['NotAllowedError', 'Permission denied by system'] }");
        ada.button("Share screen").click();
        assertThat(ada.page.getByRole(AriaRole.ALERT)).containsText("Allow screen recording for the browser");
        ada.page.evaluate("() => { window.answer = ['NotReadableError', 'Could not start video source'] }");
        ada.button("Share screen").click();
        assertThat(ada.page.getByRole(AriaRole.ALERT)).containsText("The screen could not be shared.");
        ada.button("Close").click();
        assertThat(ada.page.getByRole(AriaRole.ALERT)).hasCount(0);
        assertThat(ada.errors()).isEmpty();
    }

    @Test
    void a_browser_that_cannot_share_offers_no_button() {
        Person ada = person("Ada");
        ada.page.addInitScript("delete MediaDevices.prototype.getDisplayMedia");
        ada.joins("phone");

        assertThat(ada.button("Leave")).isVisible();
        assertThat(ada.button("Share screen")).hasCount(0);
    }

    /** A figure of the quality panel, which is opened for it. */
    private static Locator figure(Person person, String label) {
        Locator panel = person.page.getByRole(AriaRole.COMPLEMENTARY);
        if (panel.count() == 0) {
            person.button("More").click();
            person.button("Call quality").click();
            panel.getByText("All figures").click();
        }
        return panel.locator("dl > div")
                .filter(new Locator.FilterOptions().setHas(person.page.getByText(label, exact())))
                .locator("dd");
    }

    private static Page.GetByTextOptions exact() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static Map<String, Object> sending(Person person) {
        @SuppressWarnings("unchecked") // an object of the page
        Map<String, Object> sending = (Map<String, Object>) person.page.evaluate(SENDING);
        return sending;
    }
}
