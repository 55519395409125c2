package parley.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.function.Consumer;

/** Every screen that one comes by, in whatever language: found by what it is, and not by its words. */
final class Tour {

    private static final String PANEL_TOOLS = ".stage [aria-expanded]:visible";
    private static final String MENU_TOOLS = ".stage [popovertarget]:visible";

    /** What the browser tells the page of a file that is dragged over it. */
    private static final String DRAG = """
            () => {
              const dataTransfer = new DataTransfer();
              dataTransfer.items.add(new File(['plan'], 'plan.txt'));
              document.querySelector('.stage').dispatchEvent(new DragEvent('dragenter', { bubbles: true, dataTransfer }));
            }
            """;

    private final Person person;
    private final Consumer<String> stop;

    /**
     * @param person who goes
     * @param stop what is done on each screen, by its name
     */
    Tour(Person person, Consumer<String> stop) {
        this.person = person;
        this.stop = stop;
    }

    /** What there is before a call. The person is on the home screen. */
    void before() {
        page().locator(".preview video").waitFor();
        stop.accept("home");
    }

    /** What a call consists of: a call of two, at the least. */
    void during() {
        stop.accept("call");
        openEach(PANEL_TOOLS, "panel", () -> {
            page().locator(".panel").waitFor();
        });
        openEach(MENU_TOOLS, "menu", () -> page().locator(":popover-open").waitFor());
        page().locator("[popovertarget=more]").click();
        page().locator(".item:has([style*=gauge])").click();
        page().locator(".quality summary").click();
        stop.accept("quality");
        page().keyboard().press("Escape");
        page().keyboard().press("?");
        page().locator("dialog[open]").waitFor();
        stop.accept("keys");
        page().keyboard().press("Escape");
    }

    /** A call in which somebody shares a screen and has written something, while this person records and drags a file. */
    void busy() {
        page().locator(".tile.screen video").waitFor();
        stop.accept("sharing");
        page().locator(".stage [aria-expanded]:has([style*=message-square]):visible")
                .click();
        page().locator(".panel a").waitFor();
        stop.accept("chat");
        page().keyboard().press("Escape");
        page().locator("[popovertarget=more]").click();
        page().locator(".item:has([style*=circle-dot])").click();
        page().locator(".recording").waitFor();
        stop.accept("recording");
        page().evaluate(DRAG);
        page().locator(".drop").waitFor();
        stop.accept("drop");
        page().locator(".recording .stop").click();
    }

    private void openEach(String tools, String kind, Runnable opened) {
        Locator all = page().locator(tools);
        int count = all.count();
        for (int i = 0; i < count; i++) {
            all.nth(i).click();
            opened.run();
            stop.accept(kind + "-" + (i + 1));
            page().keyboard().press("Escape");
        }
    }

    private Page page() {
        return person.page;
    }
}
