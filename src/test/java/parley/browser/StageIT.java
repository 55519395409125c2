package parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StageIT extends DeployedTest {

    /** Lays out 1 to 8 tiles on all kinds of screens; what is wrong with any, in words. */
    private static final String FAULTS_OF_THE_GRID = """
            async () => {
              const { grid, spotlight } = await import('./view/stage/layout.js');
              const faults = [];
              const check = (what, area, rects) => {
                const inside = ({ x, y, width, height }) => x > -0.01 && y > -0.01 && width > 0 && height > 0
                  && x + width < area.width + 0.01 && y + height < area.height + 0.01;
                const apart = (a, b) => a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
                if (!rects.every(inside)) faults.push(`${what}: outside`);
                if (rects.some((a, i) => rects.some((b, j) => j > i && !apart(a, b)))) faults.push(`${what}: one over the other`);
              };
              for (const [width, height] of [[1280, 560], [1920, 900], [320, 500], [640, 260], [800, 800], [400, 900]]) {
                const area = { x: 0, y: 0, width, height };
                for (let count = 1; count <= 8; count++) {
                  const rects = grid(area, count, 12);
                  const used = rects.reduce((sum, it) => sum + it.width * it.height, 0) / (width * height);
                  check(`${count} on ${width}×${height}`, area, rects);
                  if (used < 0.5) faults.push(`${count} on ${width}×${height}: only ${Math.round(used * 100)} % used`);
                  if (count < 8) {
                    const { large, small } = spotlight(area, 1, count, 12, true);
                    check(`1 and ${count} on ${width}×${height}`, area, [...large, ...small]);
                  }
                }
              }
              return faults.join('; ');
            }
            """;

    @Test
    void one_to_eight_tiles_use_the_space_of_any_screen() {
        Person ada = person("Ada").opensPage("");
        assertThat(ada.page.evaluate(FAULTS_OF_THE_GRID)).isEqualTo("");
    }

    @Test
    void one_makes_somebody_large_by_a_pin_and_moves_ones_own_picture() {
        Person ada = person("Ada").joins("stage");
        Person grace = person("Grace").joins("stage");
        Media.flowsTo(ada, 1);

        BoundingBox own = box(ada.tileOf("You"));
        assertThat(own.width).isLessThan(box(ada.tileOf("Grace")).width / 3);
        assertThat(own.x).isGreaterThan(640);
        Locator tile = ada.tileOf("You");
        ada.page.mouse().move(own.x + 40, own.y + 60);
        ada.page.mouse().down();
        ada.page.mouse().move(200, 200, new Mouse.MoveOptions().setSteps(4));
        ada.page.mouse().up();
        ada.page.waitForCondition(() -> box(tile).x < 100 && box(tile).y < 200);
        tile.hover();
        ada.button("Move to the next corner").click();
        ada.page.waitForCondition(() -> box(tile).x > 640 && box(tile).y < 200);
        ada.button("Put among the others").click();
        ada.page.waitForCondition(() -> Math.abs(box(tile).width - box(ada.tileOf("Grace")).width) < 2);
        grace.page.reload();
        grace.joins("stage");
        Media.flowsTo(ada, 1);

        tile.hover();
        ada.button("Pin your picture").click();
        ada.page.waitForCondition(() -> box(tile).width > 3 * box(ada.tileOf("Grace")).width);
        ada.tileOf("Grace").hover();
        ada.button("Pin Grace").click();
        ada.page.waitForCondition(() -> box(ada.tileOf("Grace")).width > 3 * box(tile).width);
        ada.button("Unpin Grace").click();
        ada.page.waitForCondition(() -> Math.abs(box(tile).width - box(ada.tileOf("Grace")).width) < 2);
        ada.button("Show who speaks large").click();
        ada.page.waitForCondition(() -> box(ada.tileOf("Grace")).width > 3 * box(tile).width);
    }

    @Test
    void ones_own_picture_is_dragged_to_its_corner_whatever_happens_to_it_on_the_way() {
        Person ada = person("Ada").joins("dragged-on");
        person("Grace").joins("dragged-on");
        Media.flowsTo(ada, 1);
        Locator tile = ada.tileOf("You");
        assertThat(tile).hasClass(Pattern.compile("\\bspeaking\\b"));
        BoundingBox own = box(tile);

        ada.page.mouse().move(own.x + 40, own.y + 60);
        ada.page.mouse().down();
        ada.page.mouse().move(300, 300, new Mouse.MoveOptions().setSteps(4));
        assertThat(tile).hasClass(Pattern.compile("\\bdragged\\b"));
        press(ada, "m");
        assertThat(tile).not().hasClass(Pattern.compile("\\bspeaking\\b"));
        ada.page.mouse().up();

        ada.page.waitForCondition(() -> box(tile).x < 100 && box(tile).y < 200);
        assertThat(tile.getAttribute("style")).doesNotContain("translate");
        assertThat(tile).not().hasClass(Pattern.compile("\\bdragged\\b"));
    }

    @Test
    void a_hand_and_a_reaction_are_seen_and_announced_on_the_other_page() {
        Person ada = person("Ada").joins("hands");
        Person grace = person("Grace").joins("hands");
        assertThat(ada.tileOf("Grace")).isVisible();

        grace.button("Raise hand").click();

        assertThat(ada.tileOf("Grace").getByText("Hand raised:")).hasCount(1);
        assertThat(status(ada, "Grace has raised a hand")).hasCount(1);
        Person linus = person("Linus").joins("hands");
        assertThat(linus.tileOf("Grace").getByText("Hand raised:")).hasCount(1);
        grace.button("Lower hand").click();
        assertThat(ada.tileOf("Grace").getByText("Hand raised:")).hasCount(0);

        grace.button("React").click();
        grace.button("Applause").click();

        assertThat(ada.tileOf("Grace").getByText("👏")).hasCount(1);
        assertThat(linus.tileOf("Grace").getByText("👏")).hasCount(1);
        assertThat(ada.tileOf("Linus").getByText("👏")).hasCount(0);
        assertThat(status(ada, "Grace: Applause")).hasCount(1);
        assertThat(ada.tileOf("Grace").getByText("👏")).hasCount(0);
    }

    @Test
    void the_keys_do_what_their_list_says() {
        Person ada = person("Ada").joins("keys");
        Person grace = person("Grace").joins("keys");
        Media.flowsTo(ada, 1);

        press(grace, "Space");
        assertThat(grace.button("Mute")).isVisible();
        press(grace, "m");
        assertThat(ada.tileOf("Grace").getByText("Muted:")).hasCount(1);
        grace.page.keyboard().down("Space");
        assertThat(ada.tileOf("Grace").getByText("Muted:")).hasCount(0);
        Media.isHeardBy(ada, 1);
        grace.page.keyboard().up("Space");
        assertThat(ada.tileOf("Grace").getByText("Muted:")).hasCount(1);
        Media.comesWithoutSound(ada);
        press(grace, "v");
        assertThat(ada.tileOf("Grace").locator(".avatar")).isVisible();
        press(grace, "h");
        assertThat(ada.tileOf("Grace").getByText("Hand raised:")).hasCount(1);

        press(grace, "?");
        assertThat(grace.page.getByRole(AriaRole.DIALOG)).containsText("Hold to talk while muted");
        press(grace, "m");
        press(grace, "Escape");
        assertThat(grace.page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(grace.button("Unmute")).isVisible();

        press(grace, "p");
        assertThat(grace.page.getByRole(AriaRole.COMPLEMENTARY)).containsText("Ada");
        press(grace, "Escape");
        assertThat(grace.page.getByRole(AriaRole.COMPLEMENTARY)).hasCount(0);
        assertThat(grace.button("Unmute")).hasAttribute("aria-keyshortcuts", "m");
        assertThat(grace.page.locator("[aria-keyshortcuts]")).hasCount(7);
        grace.button("Settings").click();
        grace.page
                .getByRole(AriaRole.CHECKBOX)
                .and(grace.page.getByLabel("Keyboard shortcuts"))
                .uncheck();
        assertThat(grace.page.locator("[aria-keyshortcuts]")).hasCount(0);
        assertThat(grace.button("Unmute")).hasAttribute("title", "Unmute");
        press(grace, "Escape");
        press(grace, "h");
        press(grace, "m");
        assertThat(grace.button("Lower hand")).isVisible();
        assertThat(grace.button("Unmute")).isVisible();
    }

    @Test
    void the_call_fills_the_screen_and_a_picture_goes_into_a_window_of_its_own() {
        Person ada = person("Ada").joins("windows");
        person("Grace").joins("windows");
        Media.flowsTo(ada, 1);

        press(ada, "f");
        ada.page.waitForCondition(() -> (Boolean) ada.page.evaluate("() => document.fullscreenElement !== null"));
        ada.button("More").click();
        ada.button("Leave full screen").click();
        ada.page.waitForCondition(() -> (Boolean) ada.page.evaluate("() => document.fullscreenElement === null"));

        ada.tileOf("Grace").hover();
        ada.button("Picture of Grace in a window of its own").click();
        ada.page.waitForCondition(() -> (Boolean) ada.page.evaluate(
                "() => document.pictureInPictureElement === document.querySelector('[data-peer] video')"));
    }

    private static Locator status(Person person, String text) {
        return person.page.getByRole(AriaRole.STATUS).getByText(text, new Locator.GetByTextOptions().setExact(true));
    }

    private static BoundingBox box(Locator tile) {
        return tile.boundingBox();
    }

    private static void press(Person person, String key) {
        person.page.keyboard().press(key);
    }
}
