package parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** What one sees and hears of one's own sound, and the screen that stays on meanwhile. */
class MicrophoneIT extends DeployedTest {

    /** Keeps the lowest and the highest that the bar has been since it was last asked. */
    private static final String WATCH_METER = """
            () => {
              const bar = document.querySelector('[role=meter]');
              window.range = [1, 0];
              window.moves = 0;
              new MutationObserver(() => {
                const level = Number(bar.style.getPropertyValue('--level'));
                window.range = [Math.min(window.range[0], level), Math.max(window.range[1], level)];
                window.moves++;
              }).observe(bar, { attributes: true });
            }
            """;

    private static final String WAKE_LOCKS = """
            window.locks = [];
            navigator.wakeLock.request = async (type) => {
              const lock = { type, released: false, release: async () => (lock.released = true) };
              window.locks.push(lock);
              return lock;
            };
            """;

    @Test
    void the_meter_moves_with_the_voice_and_stands_still_when_muted_and_the_test_sound_plays() {
        Person ada = person("Ada");
        ada.page.addInitScript("""
                window.played = [];
                const play = HTMLMediaElement.prototype.play;
                HTMLMediaElement.prototype.play = function () {
                  if (this instanceof HTMLAudioElement) window.played.push(this.srcObject.getAudioTracks().length);
                  return play.call(this);
                };
                """);
        ada.opens("meter");
        assertThat(ada.page.getByRole(AriaRole.METER)).isVisible();
        ada.page.evaluate(WATCH_METER);
        ada.waitsFor("() => window.range[0] < 0.2 && window.range[1] > 0.6");
        ada.button("Mute").click();
        assertThat(ada.button("Unmute")).isVisible();
        ada.waitsFor("() => document.querySelector('[role=meter]').ariaValueNow === '0'");
        ada.page.evaluate("() => { window.range = [1, 0]; window.moves = 0; }");
        // More than the second in which the fake microphone beeps.
        ada.waitsFor("() => window.moves > 60");
        assertThat(ada.page.evaluate("() => window.range[1]")).isEqualTo(0);

        ada.button("Play a test sound").click();
        ada.waitsFor("() => window.played.join() === '1'");
        assertThat(ada.page.getByText("This speaker cannot be used.")).hasCount(0);
    }

    @Test
    void who_speaks_while_muted_is_told_and_nobody_hears_it_and_the_screen_stays_on() {
        Person ada = person("Ada").joins("muted");
        Person grace = person("Grace");
        grace.page.addInitScript(Sound.OF_SPEAKER);
        grace.page.addInitScript(WAKE_LOCKS);
        grace.joins("muted");
        Media.flowsTo(ada, 1);
        assertThat(grace.page.locator(".hint")).hasCount(0);
        grace.button("Mute").click();
        assertThat(grace.page.locator(".hint")).hasText("You are muted: the others cannot hear you.");
        assertThat(grace.page.locator("#announcer")).hasText("You are muted: the others cannot hear you.");
        Media.comesWithoutSound(ada);
        assertThat(grace.page.locator(".hint")).isHidden(new IsHiddenOptions().setTimeout(8000));
        grace.button("Unmute").click();
        Media.isHeardBy(ada, 1);

        assertThat(grace.page.evaluate("() => window.locks.map(({ type }) => type).join()"))
                .isEqualTo("screen");
        grace.page.evaluate("""
                () => {
                  const show = (state) => {
                    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
                    document.dispatchEvent(new Event('visibilitychange'));
                  };
                  show('hidden');
                  show('visible');
                }
                """);
        grace.waitsFor("() => window.locks.length === 2");
        grace.button("Leave").click();
        grace.waitsFor("() => window.locks.at(-1).released");
    }
}
