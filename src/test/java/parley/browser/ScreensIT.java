package parley.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every screen, as all kinds of windows show it: accessible, no wider than the window, and as a picture to look at. */
class ScreensIT extends DeployedTest {

    enum Window {
        LIGHT(1280, 720, ColorScheme.LIGHT, "en-GB"),
        DARK_CHINESE(1280, 720, ColorScheme.DARK, "zh-CN"),
        PHONE(320, 640, ColorScheme.DARK, "en-US"),
        PHONE_ON_ITS_SIDE_CHINESE(640, 320, ColorScheme.LIGHT, "zh-CN");

        private final int width;
        private final int height;
        private final ColorScheme colours;
        private final String locale;

        Window(int width, int height, ColorScheme colours, String locale) {
            this.width = width;
            this.height = height;
            this.colours = colours;
            this.locale = locale;
        }

        NewContextOptions options() {
            return new NewContextOptions()
                    .setViewportSize(width, height)
                    .setColorScheme(colours)
                    .setLocale(locale)
                    // What fades in would be found too pale half-way.
                    .setReducedMotion(ReducedMotion.REDUCE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_screen_is_accessible_and_fits_the_window(Window window) {
        String room = "screens " + window;
        Person grace = person("Grace").joins(room);
        Person ada = person("Ada", window.options());
        Path folder =
                Path.of("target", "screenshots", window.name().toLowerCase().replace('_', '-'));
        Consumer<String> look = screen -> {
            ada.page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(screen + ".png")));
            assertThat(Accessibility.violations(ada)).as(screen).isEmpty();
            assertThat(overflow(ada)).as(screen).isEqualTo("");
        };
        Tour tour = new Tour(ada, look);
        tour.check();
        ada.opensPage("#/room/" + room.replace(" ", "%20"));
        tour.unsupported();
        tour.before();
        tour.joins();
        Media.flowsTo(ada, 1);
        grace.button("Mute").click();
        grace.button("Turn camera off").click();
        grace.button("Raise hand").click();
        ada.page.locator("[data-peer] .hand").waitFor();

        tour.during();

        tour.busy(grace);
    }

    /** What makes the page wider than its window. */
    private static Object overflow(Person person) {
        return person.page.evaluate("""
                () => document.documentElement.scrollWidth <= innerWidth ? '' :
                  [...document.querySelectorAll('body *')]
                    .filter((it) => it.getBoundingClientRect().right > innerWidth + 1)
                    .map((it) => `${it.tagName}.${it.className}`).slice(0, 5).join(' ')
                """);
    }
}
