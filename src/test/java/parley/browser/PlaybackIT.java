package parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** What the browser does not play, or not where it was told to. */
class PlaybackIT extends DeployedTest {

    /** A browser that lets nothing be heard until it is told otherwise. */
    private static final String REFUSES_TO_PLAY = """
            window.refuses = true;
            const play = HTMLMediaElement.prototype.play;
            HTMLMediaElement.prototype.play = async function () {
              if (!window.refuses || this.muted) return play.call(this);
              this.autoplay = false;
              this.pause();
              throw new DOMException('The user has not clicked.', 'NotAllowedError');
            };
            """;

    private static final String ALL_PLAY =
            "() => [...document.querySelectorAll('[data-peer] video')].every((it) => !it.paused)";

    /** A computer with a second speaker that does not work at first. */
    private static final String BROKEN_SPEAKER = """
            window.broken = true;
            window.sinks = [];
            const list = navigator.mediaDevices.enumerateDevices.bind(navigator.mediaDevices);
            const speaker = (deviceId, label) => ({ deviceId, label, kind: 'audiooutput', groupId: '' });
            navigator.mediaDevices.enumerateDevices = async () => [
              ...(await list()).filter(({ kind }) => kind !== 'audiooutput'),
              speaker('one', 'Headset'), speaker('two', 'Loudspeaker'),
            ];
            HTMLMediaElement.prototype.setSinkId = async function (sink) {
              window.sinks.push(sink);
              if (sink === 'two' && window.broken) throw new DOMException('', 'NotFoundError');
            };
            """;

    @Test
    void what_the_browser_does_not_play_unasked_is_heard_after_one_click() {
        person("Ada").joins("unheard");
        person("Linus").joins("unheard");
        Person grace = person("Grace");
        grace.page.addInitScript(REFUSES_TO_PLAY);
        grace.joins("unheard");
        assertThat(grace.page.locator("[data-peer]")).hasCount(2);

        assertThat(grace.page.getByRole(AriaRole.ALERT)).isVisible();
        grace.button("Click to hear the others").click();
        assertThat((Boolean) grace.page.evaluate(ALL_PLAY)).isFalse();
        assertThat(grace.button("Click to hear the others")).isVisible();
        grace.page.evaluate("() => { window.refuses = false; }");
        grace.button("Click to hear the others").click();

        assertThat(grace.button("Click to hear the others")).hasCount(0);
        assertThat((Boolean) grace.page.evaluate(ALL_PLAY)).isTrue();
        Media.flowsTo(grace, 2);
        assertThat(grace.errors()).isEmpty();
    }

    @Test
    void nothing_is_asked_of_who_hears_the_others_anyway() {
        person("Ada").joins("heard");
        Person grace = person("Grace").joins("heard");

        Media.flowsTo(grace, 1);

        assertThat(grace.button("Click to hear the others")).hasCount(0);
    }

    @Test
    void a_speaker_that_cannot_be_used_is_named_and_tried_again() {
        person("Ada").joins("speaker");
        Person grace = person("Grace", new NewContextOptions().setViewportSize(320, 640));
        grace.page.addInitScript(BROKEN_SPEAKER);
        grace.joins("speaker");
        Media.flowsTo(grace, 1);
        grace.button("More").click();
        grace.button("Settings").click();

        grace.page.getByLabel("Speaker").selectOption("two");

        assertThat(grace.page.locator(".hint")).hasText("This speaker cannot be used. Choose another one.");
        assertThat(bottom(grace.page.locator(".hint"))).isLessThanOrEqualTo(top(grace.page.locator(".panel")));
        assertThat(grace.page.locator(".settings").getByText("This speaker cannot be used."))
                .isVisible();
        grace.page.evaluate("() => { window.broken = false; }");
        assertThat(grace.page.locator(".settings").getByText("This speaker cannot be used."))
                .hasCount(0);
        assertThat(grace.page.evaluate("() => window.sinks.at(-1)")).isEqualTo("two");
    }

    private static double top(Locator element) {
        return element.boundingBox().y;
    }

    private static double bottom(Locator element) {
        return top(element) + element.boundingBox().height;
    }
}
