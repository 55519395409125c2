package parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketFrame;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Two windows that call each other: how long it takes from the click to both pictures, and what is said for it. */
public final class FirstPicture implements AutoCloseable {

    private static final Pattern RELAYED =
            Pattern.compile("\"type\":\"(offer|answer|candidates|offer_ice|answer_ice|OFFER|ANSWER|CANDIDATE)\"");

    /** Notes when a button was clicked, and when the first picture of somebody else was shown. */
    private static final String NOTE = """
            window.nowOfAll = () => performance.timeOrigin + performance.now();
            new MutationObserver(() => {
              for (const video of document.querySelectorAll('[data-peer] video, video#remote')) {
                if (!video.awaited) {
                  video.awaited = true;
                  video.requestVideoFrameCallback(() => (window.firstFrame ??= nowOfAll()));
                }
              }
            }).observe(document, { childList: true, subtree: true });
            addEventListener('click', () => (window.clicked ??= nowOfAll()), { capture: true });
            """;

    private static final String GATHERED = """
            () => {
              const connected = connections.filter((it) => it.connectionState === 'connected');
              return connected.length > 0 && connected.every((it) => it.iceGatheringState === 'complete');
            }
            """;

    private final Browser browser = Chromium.launch();
    private final List<String> said = new ArrayList<>();
    private final Person host;
    private final Person newcomer;
    private final String button;
    private final BiConsumer<Person, Person> prepare;

    private FirstPicture(String page, String button, BiConsumer<Person, Person> prepare) {
        host = person("host", page);
        newcomer = person("newcomer", page);
        this.button = button;
        this.prepare = prepare;
    }

    /** Parley's own page: one is in the room, the other looks at its preview and clicks Join. */
    public static FirstPicture inParley(String page) {
        return new FirstPicture(page, "Join", (host, newcomer) -> {
            // As the others' pages, anew for each call; from one link to the same a page would stay.
            List.of(newcomer, host).forEach(person -> person.opensLink("about:blank"));
            host.joins("bench");
            newcomer.opens("bench");
            newcomer.sees("Already there: host.");
        });
    }

    /** Two pages that are ready when their title says so, and of which the second has a button that calls the first. */
    public static FirstPicture between(String folder, String host, String newcomer) {
        return new FirstPicture(folder, "Call", (first, second) -> {
            first.opensPage(host);
            assertThat(first.page).hasTitle("connected");
            second.opensPage(newcomer);
            assertThat(second.page).hasTitle("connected");
        });
    }

    /** Notes in a window, from its next page on, when a button is clicked and when somebody's picture is shown. */
    static void note(Person person) {
        person.page.addInitScript(NOTE);
    }

    /** Forgets what has been noted. */
    static void noteAnew(Person person) {
        person.page.evaluate("() => { delete window.firstFrame; delete window.clicked }");
    }

    /** When the first picture was shown, in milliseconds on the clock of all windows; waits for it. */
    static double shownAt(Person person) {
        return number(person, "firstFrame");
    }

    /** When a button was clicked first, on the same clock. */
    static double clickedAt(Person person) {
        return number(person, "clicked");
    }

    /** Makes a call; the milliseconds from the click until both see each other. */
    public double once() {
        prepare.accept(host, newcomer);
        List.of(host, newcomer).forEach(FirstPicture::noteAnew);
        said.clear();
        newcomer.button(button).click();
        return Math.max(shownAt(newcomer), shownAt(host)) - clickedAt(newcomer);
    }

    /** The frames for each other of the last call, in order, each after the name of who said it and a space. */
    public List<String> said() {
        host.waitsFor(GATHERED);
        newcomer.waitsFor(GATHERED);
        return List.copyOf(said);
    }

    @Override
    public void close() {
        browser.close();
    }

    private Person person(String name, String page) {
        Person person = new Person(name, URI.create(page), browser.newContext());
        note(person);
        Consumer<WebSocketFrame> note = frame -> {
            if (frame.text() != null && RELAYED.matcher(frame.text()).find()) {
                said.add(name + ' ' + frame.text());
            }
        };
        person.page.onWebSocket(socket -> socket.onFrameSent(note));
        // Chromium suspects a page that talks to another port of this computer.
        person.allows("local-network-access");
        return person;
    }

    private static double number(Person person, String variable) {
        person.page.waitForFunction(
                "() => window." + variable, null, new Page.WaitForFunctionOptions().setPollingInterval(50));
        return ((Number) person.page.evaluate("() => window." + variable)).doubleValue();
    }
}
