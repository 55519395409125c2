package parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page that tries what a call needs. */
class CheckIT extends DeployedTest {

    private static final String GRANTED = "--use-fake-ui-for-media-stream";

    @Test
    void one_click_tries_everything_and_writes_a_report_for_the_help_desk() {
        Person ada = person("Ada").opens("secret-room");
        ada.allows("clipboard-read", "clipboard-write");
        ada.page.getByText("Check camera, sound and network").click();
        ada.button("Start the check").click();
        // Not by an assertion, which looks but once a second: it may be gone again after the first beep.
        ada.page.getByText("Say something.").waitFor();
        ada.button("Yes").press("Enter", new Locator.PressOptions().setTimeout(30_000));

        assertThat(ada.page.locator(".notice")).hasText("Everything works.");
        assertThat(ada.page.locator("h1")).isFocused();
        for (String step : List.of(
                "Microphone",
                "Camera",
                "Connection to the server",
                "Calling yourself",
                "Addresses of this device",
                "Speaker")) {
            assertThat(step(ada, step).locator(".state")).containsText("Works");
        }
        assertThat(step(ada, "Camera")).containsText("1280×720");
        for (String step : List.of("Address seen from outside", "Relay for difficult networks")) {
            assertThat(step(ada, step)).containsText("Not set up here");
        }
        String report = report(ada);
        assertThat(report)
                .contains("Loaded securely: yes", "Chrom", "[ok] Microphone - device: Fake")
                .containsPattern("\\[ok] Server \\(WebSocket\\) - connected: \\d+ ms; round trip: [\\d.]+ ms")
                .containsPattern("packets of sound: [1-9]\\d*; pictures decoded: [1-9]")
                .contains("[not configured] Relay")
                .containsPattern("\\[ok] Own addresses .*udp ")
                .doesNotContain("secret-room", "Ada")
                .doesNotContainPattern("udp \\d+\\.\\d+\\.\\d+\\.\\d");
        ada.button("Copy report").click();
        assertThat(ada.button("Copied")).isFocused();
        assertThat(ada.page.evaluate("() => navigator.clipboard.readText()")).isEqualTo(report);
        assertThat((Boolean)
                        ada.page.evaluate("() => window.connections.every((it) => it.connectionState === 'closed')"))
                .isTrue();

        ada.page.getByText("Back to Parley").click();
        assertThat(ada.textBox("Room")).hasValue("secret-room");
        assertThat(ada.errors()).isEmpty();
    }

    @Test
    void a_turn_server_is_tried_with_the_password_that_the_server_gives_and_one_that_refuses_it_is_told_apart()
            throws IOException {
        try (Turn turn = Turn.start()) {
            Person ada = person("Ada");
            Wire wire = Wire.of(ada);
            wire.offerIceServers(turn.iceServers(Turn.PASSWORD));
            ada.opensPage("check.html");
            ada.button("Start the check").click();
            ada.button("Yes").click(new Locator.ClickOptions().setTimeout(40_000));
            assertThat(step(ada, "Relay for difficult networks").locator(".state"))
                    .containsText("Works");
            assertThat(step(ada, "Address seen from outside").locator(".state")).containsText("Works");
            assertThat(report(ada))
                    .containsPattern("\\[ok] Relay .*relay: udp 127\\.0\\.0\\.x; data: [\\d.]+ ms there and back")
                    .doesNotContain(Turn.PASSWORD);

            wire.offerIceServers(turn.iceServers("wrong"));
            ada.button("Check again").click();
            ada.button("Yes").click(new Locator.ClickOptions().setTimeout(40_000));
            assertThat(step(ada, "Relay for difficult networks"))
                    .containsText("does not accept the password that Parley gives it");
            assertThat(step(ada, "Address seen from outside").locator(".state")).containsText("Works");
            assertThat(report(ada)).contains("[FAILED] Relay", "answer: 401").doesNotContain("wrong");
        }
    }

    @Test
    void what_fails_is_said_with_a_remedy_and_the_rest_is_tried_all_the_same() {
        Browser denying = anotherBrowser(GRANTED + "=deny", "--use-fake-device-for-media-stream");
        Person ada = person("Ada", denying);
        Wire wire = Wire.of(ada);
        // Nobody listens there, and by TCP that is known at once.
        wire.offerIceServers(
                "[{\"urls\":[\"turn:127.0.0.1:9?transport=tcp\"],\"username\":\"a\",\"credential\":\"b\"}]");
        ada.opensPage("check.html");
        ada.button("Start the check").click();
        ada.button("No").click(new Locator.ClickOptions().setTimeout(40_000));

        assertThat(ada.page.locator(".notice")).containsText("4 things do not work");
        assertThat(step(ada, "Microphone")).containsText("This page may not use your microphone.");
        assertThat(step(ada, "Camera")).containsText("This page may not use your camera.");
        assertThat(step(ada, "Calling yourself").locator(".state")).containsText("Works");
        assertThat(step(ada, "Relay for difficult networks")).containsText("The relay (TURN) does not answer.");
        assertThat(step(ada, "Speaker")).containsText("See whether the sound is turned down");
        assertThat(Accessibility.violations(ada)).isEmpty();
        assertThat(report(ada)).contains("[FAILED] Microphone - denied", "[FAILED] Speaker - unheard");

        wire.down();
        ada.button("Check again").click();
        assertThat(step(ada, "Connection to the server"))
                .containsText("A proxy or a security program may be in the way");
    }

    private static Locator step(Person person, String title) {
        Locator heading = person.page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(title).setExact(true));
        return person.page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHas(heading));
    }

    private static String report(Person person) {
        Locator report = person.textBox("Report for the help desk");
        assertThat(report).isVisible(new IsVisibleOptions().setTimeout(30_000));
        return report.inputValue();
    }
}
