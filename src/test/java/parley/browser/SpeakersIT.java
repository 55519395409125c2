package parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who is the speaker, and large where one wants that. */
class SpeakersIT extends DeployedTest {

    private static final Pattern SPEAKING = Pattern.compile("\\bspeaking\\b");

    /** Two others, as loud as {@code window.levels} says, and whoever has been the speaker, one after the other. */
    private static final String TWO_OTHERS = """
            async () => {
              const { Speakers } = await import('./call/quality/speakers.js');
              window.levels = {};
              window.turns = [];
              const other = (id) => ({ id, state: { audio: true }, connection: { get audioLevel() { return window.levels[id] ?? 0; } } });
              const speakers = new Speakers([other('Grace'), other('Linus')], { sends: () => false });
              speakers.addEventListener('change', () => speakers.current !== window.turns.at(-1) && window.turns.push(speakers.current));
            }
            """;

    @Test
    void who_speaks_is_large_and_stays_so_until_somebody_else_does() {
        Person ada = person("Ada").joins("speakers");
        Person grace = speaking("Grace").joins("speakers");
        Person linus = speaking("Linus").joins("speakers");
        Media.flowsTo(ada, 2);
        ada.button("Show who speaks large").click();

        grace.button("Mute").click();
        ada.page.waitForCondition(() -> width(ada, "Linus") > 3 * width(ada, "Grace"));

        linus.button("Mute").click();
        assertThat(ada.tileOf("Linus")).not().hasClass(SPEAKING);
        assertThat(width(ada, "Linus")).isGreaterThan(3 * width(ada, "Grace"));
        grace.button("Unmute").click();
        ada.page.waitForCondition(() -> width(ada, "Grace") > 3 * width(ada, "Linus"));
    }

    @Test
    void a_cough_makes_no_speaker_nor_does_who_joins_in_and_who_takes_over_does() {
        Person ada = person("Ada");
        ada.page.clock().install(new Clock.InstallOptions().setTime(0));
        ada.opensPage("");
        ada.page.clock().pauseAt(60_000);
        ada.page.evaluate(TWO_OTHERS);

        speak(ada, 0, 0.8, 150);
        assertThat(turns(ada)).isEmpty();
        speak(ada, 0.1, 0, 5000);
        assertThat(turns(ada)).isEqualTo(List.of("Grace"));
        speak(ada, 0.1, 0.8, 300);
        speak(ada, 0.1, 0, 5000);
        speak(ada, 0, 0, 5000);
        speak(ada, 0.1, 0, 5000);
        speak(ada, 0.1, 0.2, 30_000);
        assertThat(turns(ada)).isEqualTo(List.of("Grace"));

        speak(ada, 0, 0.1, 3000);
        assertThat(turns(ada)).isEqualTo(List.of("Grace", "Linus"));
    }

    private Person speaking(String name) {
        Person person = person(name);
        person.page.addInitScript(Sound.OF_SPEAKER);
        return person;
    }

    private static double width(Person person, String tile) {
        return person.tileOf(tile).boundingBox().width;
    }

    /** Lets both be so loud for so many milliseconds. */
    private static void speak(Person person, double grace, double linus, long time) {
        person.page.evaluate(
                "([grace, linus]) => { window.levels = { Grace: grace, Linus: linus } }", new Object[] {grace, linus});
        person.page.clock().runFor(time);
    }

    private static List<?> turns(Person person) {
        return (List<?>) person.page.evaluate("() => window.turns");
    }
}
