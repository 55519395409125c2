package parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyboardIT extends DeployedTest {

    @Test
    void a_whole_call_needs_nothing_but_the_keyboard() {
        Person grace = person("Grace").joins("keyboard");
        Person ada = person("Ada").opensPage("");
        ada.allows("clipboard-read", "clipboard-write");

        tabTo(ada, ada.button("Mute"));
        press(ada, "Space");
        tabTo(ada, ada.button("Turn camera off"));
        press(ada, "Enter");
        assertThat(ada.button("Unmute")).isVisible();
        assertThat(ada.button("Turn camera on")).isVisible();
        press(ada, "Enter");
        assertThat(ada.button("Turn camera off")).isVisible();

        tabTo(ada, ada.textBox("Your name"));
        ada.page.keyboard().type("Ada");
        tabTo(ada, ada.textBox("Room"));
        ada.page.keyboard().type("keyboard");
        ada.sees("Already there: Grace.");
        tabTo(ada, ada.button("Join"));
        press(ada, "Enter");

        Media.flowsTo(ada, 1);
        assertThat(grace.tileOf("Ada").getByText("Muted:")).hasCount(1);
        tabTo(ada, ada.button("Unmute"));
        press(ada, "Space");
        assertThat(grace.tileOf("Ada").getByText("Muted:")).hasCount(0);
        Media.flowsTo(grace, 1);
        tabTo(ada, ada.button("Turn camera off"));
        press(ada, "Space");
        assertThat(grace.tileOf("Ada").locator(".avatar")).isVisible();
        tabTo(ada, ada.button("Copy link"));
        press(ada, "Enter");
        assertThat(ada.page.getByRole(AriaRole.STATUS).getByText("Link copied")).hasCount(1);
        assertThat(ada.page.evaluate("() => navigator.clipboard.readText()")).isEqualTo(address() + "#/room/keyboard");
        tabTo(ada, ada.button("Leave"));
        press(ada, "Enter");

        assertThat(grace.tileOf("Ada")).hasCount(0);
        assertThat(ada.button("Join")).isVisible();
    }

    @Test
    void every_control_shows_where_the_focus_is() {
        Person ada = person("Ada").joins("focus");
        for (String name : List.of("Mute", "Turn camera off", "Copy link", "Leave")) {
            Locator button = ada.button(name);
            tabTo(ada, button);
            assertThat(button.evaluate("it => getComputedStyle(it).outlineStyle"))
                    .isEqualTo("solid");
        }
    }

    @Test
    void the_focus_goes_no_farther_than_it_must_when_what_had_it_is_gone() {
        Person grace = person("Grace").joins("vanishing");
        Person ada = person("Ada").joins("vanishing");
        Media.flowsTo(grace, 1);
        ada.button("Chat").click();
        ada.page
                .locator("input[type=file]")
                .setInputFiles(new FilePayload("plan.pdf", "application/pdf", new byte[1000]));
        grace.button("Chat").click();

        pressOn(grace, grace.button("Decline: plan.pdf"));
        assertThat(grace.page.locator(".file")).isFocused();
        pressOn(grace, grace.button("Remove: plan.pdf"));
        assertThat(grace.page.locator(".panel h2")).isFocused();
        press(grace, "Escape");
        assertThat(grace.page.getByRole(AriaRole.COMPLEMENTARY)).hasCount(0);

        press(grace, "s");
        pressOn(grace, grace.button("Stop sharing your screen"));
        assertThat(grace.page.locator("h1")).isFocused();
        pressOn(grace, grace.button("More"));
        pressOn(grace, grace.button("Record"));
        pressOn(grace, grace.button("Stop recording"));
        assertThat(grace.page.locator("h1")).isFocused();
    }

    /** Presses Tab until the focus is there; fails when it has been everywhere else. */
    private static void tabTo(Person person, Locator control) {
        for (int presses = 0; presses < 20; presses++) {
            if ((Boolean) control.evaluate("it => it === document.activeElement")) {
                return;
            }
            press(person, "Tab");
        }
        throw new AssertionError("Tab never reaches " + control);
    }

    private static void pressOn(Person person, Locator control) {
        control.focus();
        press(person, "Enter");
    }

    private static void press(Person person, String key) {
        person.page.keyboard().press(key);
    }
}
