package parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.awt.Color;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every screen as a picture under {@code target/screenshots}; the README's is {@code call.png}. */
class ScreenshotIT extends DeployedTest {

    private static final Path FOLDER = Path.of("target", "screenshots");

    @Test
    void the_screens_of_a_call_with_three_people() {
        Person ada = filmed(
                "Ada",
                new Portrait(new Color(0x3c7876), new Color(0xecbca0), new Color(0x462819), new Color(0x203054)));
        Person grace = filmed(
                "Grace",
                new Portrait(new Color(0xb09c7e), new Color(0x8d5536), new Color(0x191414), new Color(0x70325c)));
        Person linus = filmed(
                "Linus",
                new Portrait(new Color(0x607696), new Color(0xe2b08c), new Color(0xbe8c3c), new Color(0x365c3e)));

        Wire wire = Wire.of(ada);
        ada.joins("standup");
        grace.opens("standup");
        grace.sees("Already there: Ada.");
        picture(grace, "home");
        grace.button("Join").click();
        linus.joins("standup");
        for (Person person : List.of(ada, grace, linus)) {
            Media.flowsTo(person, 2);
        }
        linus.button("Mute").click();
        assertThat(ada.tileOf("Linus").getByText("Muted:")).hasCount(1);
        Media.frames(ada, 2, 30);
        picture(ada, "call");
        linus.page.setViewportSize(320, 640);
        picture(linus, "call-on-a-phone");
        wire.down();
        assertThat(ada.page.getByText("Reconnecting…")).isVisible();
        picture(ada, "reconnecting");
        ada.page.setViewportSize(320, 640);
        picture(ada, "reconnecting-on-a-phone");
    }

    private Person filmed(String name, Portrait portrait) {
        Path film = portrait.film(FOLDER.resolve(name + ".mjpeg"));
        Browser browser = anotherBrowser(
                "--use-fake-ui-for-media-stream",
                "--use-fake-device-for-media-stream",
                "--use-file-for-fake-video-capture=" + film);
        return person(name, browser);
    }

    private static void picture(Person person, String name) {
        person.page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }
}
