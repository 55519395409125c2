package parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The screen of a small phone, of which an open panel takes the most. */
class NarrowIT extends DeployedTest {

    /** What has the focus, by its name; with a cross if something else is where it is. Empty outside of the page. */
    private static final String FOCUSED = """
            () => {
              const focused = document.activeElement;
              if (focused === document.body) return '';
              const { x, y, width, height } = focused.getBoundingClientRect();
              const found = document.elementFromPoint(x + width / 2, y + height / 2);
              const name = focused.ariaLabel ?? focused.labels?.[0]?.innerText ?? focused.innerText;
              return `${focused.contains(found) ? '' : '✗ '}${name.trim()}`;
            }
            """;

    @Test
    void what_has_the_focus_is_never_beneath_an_open_panel() {
        person("Grace").joins("beneath");
        Person ada = person("Ada", window()).joins("beneath");
        assertThat(ada.tileOf("Grace")).isVisible();

        for (String panel : List.of("Chat", "People", "Settings", "Call quality")) {
            open(ada, panel);
            Set<String> focused = focused(ada);
            assertThat(focused)
                    .contains("Close")
                    .doesNotContain("Mute", "Leave")
                    .noneMatch(it -> it.startsWith("✗"));
            ada.button("Close").click();
            assertThat(focused(ada)).contains("Mute", "Leave").noneMatch(it -> it.startsWith("✗"));
        }
    }

    @Test
    void who_records_and_what_is_wrong_are_seen_above_an_open_panel() {
        Person grace = person("Grace").joins("above");
        Person ada = person("Ada", window());
        ada.page.addInitScript("""
                navigator.mediaDevices.getDisplayMedia = async () => {
                  throw new DOMException('Could not start video source', 'NotReadableError');
                };
                """);
        ada.joins("above");
        assertThat(ada.tileOf("Grace")).isVisible();
        open(ada, "Share screen");
        open(ada, "Chat");

        grace.button("More").click();
        grace.button("Record").click();

        for (String text : List.of("Recording: Grace", "The screen could not be shared.")) {
            Locator seen = ada.page.getByText(text);
            assertThat(seen).isVisible();
            assertThat((Boolean) seen.evaluate("""
                    (it) => {
                      const { x, y, width, height } = it.getBoundingClientRect();
                      return it.contains(document.elementFromPoint(x + width / 2, y + height / 2));
                    }
                    """)).as(text).isTrue();
        }
        ada.button("Close").first().click();
        assertThat(ada.page.getByRole(AriaRole.ALERT)).hasCount(0);
        assertThat(Accessibility.violations(ada)).isEmpty();
    }

    private static NewContextOptions window() {
        return new NewContextOptions().setViewportSize(320, 640);
    }

    /** Presses a button, which may be in the menu. */
    private static void open(Person person, String name) {
        if (!person.button(name).isVisible()) {
            person.button("More").click();
        }
        person.button(name).click();
    }

    /** Everything that has the focus while one presses Tab. */
    private static Set<String> focused(Person person) {
        Set<String> focused = new LinkedHashSet<>();
        for (int presses = 0; presses < 25; presses++) {
            person.page.keyboard().press("Tab");
            focused.add((String) person.page.evaluate(FOCUSED));
        }
        return focused;
    }
}
