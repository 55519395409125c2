package parley.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** What the video in a tile shows, pixel by pixel. */
final class Picture {

    /** What Chromium gives for a screen. */
    static final String[] FAKE_SCREEN = {"green", "green", "green", "green"};

    /** The names of the colours in the four corners, a tenth of the way in; none while there is no picture. */
    private static final String CORNERS = """
            (video) => {
              if (!video.videoWidth) return [];
              const canvas = document.createElement('canvas');
              const [width, height] = [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
              const context = canvas.getContext('2d', { willReadFrequently: true });
              context.drawImage(video, 0, 0);
              const name = (x, y) => {
                const [red, green, blue] = [...context.getImageData(x * width, y * height, 1, 1).data].map((it) => it > 127);
                return ['black', 'blue', 'green', 'cyan', 'red', 'magenta', 'yellow', 'white'][4 * red + 2 * green + blue];
              };
              return [name(0.1, 0.1), name(0.9, 0.1), name(0.1, 0.9), name(0.9, 0.9)];
            }
            """;

    private final Person person;
    private final Locator video;

    private Picture(Person person, Locator video) {
        this.person = person;
        this.video = video;
    }

    static Picture of(Person person, String tile) {
        return new Picture(person, person.tileOf(tile).locator("video"));
    }

    /** Of the one screen that is shared, whatever the language. */
    static Picture ofScreen(Person person) {
        return new Picture(person, person.page.locator(".tile.screen video"));
    }

    /** Waits until these colours are in the corners: top left, top right, bottom left, bottom right. */
    void waitFor(String... corners) {
        video.waitFor();
        person.page.waitForCondition(
                () -> List.of(corners).equals(video.evaluate(CORNERS)),
                new Page.WaitForConditionOptions().setTimeout(15_000));
    }

    /** Width and height of the picture as it has arrived, in pixels. */
    List<?> size() {
        return (List<?>) video.evaluate("(video) => [video.videoWidth, video.videoHeight]");
    }

    /** Asserts that the picture is shown whole, whatever the shape of its tile. */
    void isShownWhole() {
        assertThat(video.evaluate("(video) => getComputedStyle(video).objectFit"))
                .isEqualTo("contain");
    }
}
