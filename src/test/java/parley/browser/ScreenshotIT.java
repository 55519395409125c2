package parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.awt.Color;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A call in pictures under {@code target/screenshots}; the README's are {@code call}, {@code sharing} and {@code chat}. */
class ScreenshotIT extends DeployedTest {

    private static final Path FOLDER = Path.of("target", "screenshots");

    private static final String SLIDE = """
            <!DOCTYPE html>
            <title>Slides</title>
            <style>
              body { margin: 0; height: 100vh; padding: 6vh 6vw; box-sizing: border-box; background: #fff; color: #12303a; font: 3.4vh/1.5 sans-serif; }
              h1 { margin: 0 0 4vh; font-size: 7vh; }
              .bars { display: flex; align-items: end; gap: 4vw; height: 48vh; border-bottom: 2px solid #12303a; }
              .bars i { flex: 1; background: #0f766e; border-radius: 1vh 1vh 0 0; }
              .bars i:last-child { background: #f2b84b; }
            </style>
            <h1>Calls in the house, by quarter</h1>
            <div class="bars"><i style="height: 22%"></i><i style="height: 41%"></i><i style="height: 67%"></i><i style="height: 96%"></i></div>
            <p>Nothing of it left the building.</p>
            """;

    @Test
    void a_call_from_the_first_to_the_fourth() {
        Person ada = filmed(
                "Ada",
                new Portrait(new Color(0x3c7876), new Color(0xecbca0), new Color(0x462819), new Color(0x203054)));
        Person grace = filmed(
                "Grace",
                new Portrait(new Color(0xb09c7e), new Color(0x8d5536), new Color(0x191414), new Color(0x70325c)));
        Person linus = filmed(
                "Linus",
                new Portrait(new Color(0x607696), new Color(0xe2b08c), new Color(0xbe8c3c), new Color(0x365c3e)));
        Person mei = filmed(
                "李梅", new Portrait(new Color(0x94745e), new Color(0xf0c8a8), new Color(0x1c1a20), new Color(0xa8443c)));
        Wire wire = Wire.of(ada);

        ada.joins("standup");
        picture(ada, "call-1");
        grace.opens("standup");
        grace.sees("Already there: Ada.");
        picture(grace, "home");
        Page slide = slideOf(grace);
        grace.button("Join").click();
        Media.flowsTo(ada, 1);
        Media.flowsTo(grace, 1);
        picture(ada, "call-2");
        linus.joins("standup");
        mei.joins("standup");
        for (Person person : List.of(ada, grace, linus, mei)) {
            Media.flowsTo(person, 3);
        }
        linus.button("Mute").click();
        mei.button("Raise hand").click();
        assertThat(ada.tileOf("Linus").getByText("Muted:")).hasCount(1);
        Media.frames(ada, 3, 30);
        picture(ada, "call");

        ada.button("Chat").click();
        say(grace, "The figures for the fourth quarter are in: https://intranet.example/figures");
        say(linus, "Twice as many calls as in spring, and not one complaint.");
        ada.textBox("Message").fill("Thank you both. Can you show the chart, Grace?");
        ada.page.keyboard().press("Enter");
        for (String said : List.of("The figures", "Twice as many", "Thank you both")) {
            ada.page.getByRole(AriaRole.COMPLEMENTARY).getByText(said).waitFor();
        }
        picture(ada, "chat");
        ada.page.keyboard().press("Escape");
        ada.page.evaluate("() => document.activeElement.blur()");
        grace.button("Share screen").click();
        Locator screen = ada.tileOf("Grace's screen").locator("video");
        screen.waitFor();
        // A slide stands still: its first picture may be its last.
        ada.page.waitForCondition(() -> (Boolean) screen.evaluate("it => it.videoWidth > 0"));
        picture(ada, "sharing");
        picture(grace, "sharing-own");
        slide.close();
        assertThat(ada.tileOf("Grace's screen")).hasCount(0);

        linus.page.setViewportSize(320, 640);
        picture(linus, "call-on-a-phone");
        wire.down();
        assertThat(ada.page.getByText("Reconnecting…")).isVisible();
        picture(ada, "reconnecting");
    }

    private Person filmed(String name, Portrait portrait) {
        Path film = portrait.film(FOLDER.resolve(name + ".mjpeg"));
        Browser browser = anotherBrowser(
                "--use-fake-device-for-media-stream",
                "--auto-select-tab-capture-source-by-title=Slides",
                "--use-file-for-fake-video-capture=" + film);
        Person person = person(name, browser);
        person.allows();
        return person;
    }

    private static Page slideOf(Person person) {
        Page slide = person.page.context().newPage();
        slide.setViewportSize(1280, 720);
        slide.setContent(SLIDE);
        person.page.bringToFront();
        return slide;
    }

    private static void say(Person person, String text) {
        person.page.keyboard().press("c");
        person.textBox("Message").fill(text);
        person.page.keyboard().press("Enter");
        person.page.keyboard().press("Escape");
    }

    private static void picture(Person person, String name) {
        person.page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }
}
