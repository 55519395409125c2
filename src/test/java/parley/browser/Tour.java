package parley.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.util.function.Consumer;

/** Every screen that one comes by, in whatever language: found by what it is, and not by its words. */
final class Tour {

    private static final String PANEL_TOOLS = ".stage [aria-expanded]:visible";
    private static final String MENU_TOOLS = ".stage [popovertarget]:visible";
    private static final String CHAT_TOOL = ".stage [aria-expanded]:has([style*=message-square]):visible";
    private static final String ROOM = "input[autocomplete=off]";

    /** What the browser tells the page of a file that is dragged over it, and out again. */
    private static final String DRAG = """
            (type) => {
              const dataTransfer = new DataTransfer();
              dataTransfer.items.add(new File(['plan'], 'plan.txt'));
              document.querySelector('.stage').dispatchEvent(new DragEvent(type, { bubbles: true, dataTransfer }));
            }
            """;

    /** Changes the first byte of the first file, and holds back all but the first piece of the second until told otherwise. */
    private static final String MEDDLES_WITH_FILES = """
            () => {
              const send = RTCDataChannel.prototype.send;
              const pieces = new Map();
              const held = [];
              let first;
              let released = false;
              window.release = () => {
                released = true;
                held.splice(0).forEach((it) => it());
              };
              RTCDataChannel.prototype.send = function (data) {
                if (!this.label.startsWith('file-')) return send.call(this, data);
                first ??= this;
                const piece = pieces.get(this) ?? 0;
                pieces.set(this, piece + 1);
                if (this === first && piece === 0) data = data.map((byte, i) => (i === 0 ? byte ^ 1 : byte));
                if (released || this === first || piece === 0) return send.call(this, data);
                held.push(() => send.call(this, data));
              };
            }
            """;

    private static final String NOTHING_CAN_BE_RECORDED_OR_SHARED = """
            () => {
              MediaRecorder.prototype.start = () => { throw new Error('no'); };
              navigator.mediaDevices.getDisplayMedia = async () => {
                throw new DOMException('Permission denied by system', 'NotAllowedError');
              };
            }
            """;

    private static final int ONE_PIECE = 2000;
    private static final int TWO_PIECES = 100_000;

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

    /** The call check, which has not begun. */
    void check() {
        person.opensPage("check.html");
        page().locator(".check .primary").waitFor();
        stop.accept("check");
    }

    /** The call check while it asks, and when somebody has heard nothing. The person is on its page. */
    void checked() {
        page().locator(".check .primary").click();
        Locator answers = page().locator(".answers button");
        answers.last().waitFor(new Locator.WaitForOptions().setTimeout(40_000));
        stop.accept("check-asking");
        answers.last().click();
        page().locator(".report textarea").waitFor();
        stop.accept("check-done");
    }

    /** What there is in a browser that cannot make calls. The person is on the home screen, and is so afterwards. */
    void unsupported() {
        String lacking = "**/call/media/support.js";
        page().route(
                        lacking,
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("text/javascript")
                                .setBody("export const lacking = () => ['RTCPeerConnection'];")));
        page().reload();
        page().locator(".unsupported").waitFor();
        stop.accept("unsupported");
        page().unroute(lacking);
        page().reload();
    }

    /** What there is before a call. The person is on the home screen. */
    void before() {
        page().locator(".preview video").waitFor();
        stop.accept("home");
    }

    /** Joins a room that is full, and then the one that was to be joined. The person is on the home screen. */
    void joins() {
        String room = page().locator(ROOM).inputValue();
        FullRoom.fill(person, room + " full");
        page().locator("input[autocomplete=name]").fill(person.name);
        page().locator(ROOM).fill(room + " full");
        page().locator(".present b").waitFor();
        page().locator(".primary").click();
        page().locator(".entry [role=alert]").waitFor();
        stop.accept("refused");
        page().locator(ROOM).fill(room);
        page().locator(".primary").click();
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

    /** A call in which another, whose window is English, and this person do all there is to do, and not all of it works. */
    void busy(Person other) {
        shares(other);
        chats(other);
        records();
        fails();
    }

    private void shares(Person other) {
        other.button("Share screen").click();
        Picture.ofScreen(person).waitFor(Picture.FAKE_SCREEN);
        stop.accept("sharing");
        page().keyboard().press("s");
        page().locator(".own-screen").waitFor();
        stop.accept("sharing-own");
        page().keyboard().press("s");
    }

    private void chats(Person other) {
        other.button("Chat").click();
        other.page.keyboard().type("The plan: https://intranet.example/plan");
        other.page.keyboard().press("Enter");
        page().locator(CHAT_TOOL).click();
        page().locator(".panel a").waitFor();
        other.page.evaluate(MEDDLES_WITH_FILES);
        sends(other, "Ada", ONE_PIECE);
        page().locator(".file .primary").click();
        page().locator(".outcome.failed").waitFor();
        sends(other, "Grace", TWO_PIECES);
        Locator file = page().locator(".file").last();
        file.locator(".primary").waitFor();
        stop.accept("file-offered");
        file.locator(".primary").click();
        file.locator("progress").waitFor();
        stop.accept("file-receiving");
        other.page.evaluate("() => window.release()");
        file.locator("a").waitFor();
        stop.accept("file-received");
        page().locator(".panel .close").click();
    }

    private static void sends(Person other, String name, int size) {
        other.page.locator("input[type=file]").setInputFiles(new FilePayload(name, "text/plain", new byte[size]));
    }

    private void records() {
        record();
        page().locator(".recording").waitFor();
        stop.accept("recording");
        page().evaluate(DRAG, "dragenter");
        page().locator(".drop").waitFor();
        stop.accept("drop");
        page().evaluate(DRAG, "dragleave");
        page().locator(".recording .stop").click();
    }

    private void fails() {
        page().evaluate(NOTHING_CAN_BE_RECORDED_OR_SHARED);
        record();
        page().locator(".problem").waitFor();
        page().keyboard().press("s");
        page().locator(".problem").nth(1).waitFor();
        stop.accept("failed");
    }

    private void record() {
        page().locator("[popovertarget=more]").click();
        page().locator(".item:has([style*=circle-dot])").click();
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
