package parley.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.WebSocketFrame;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Somebody at a browser window, and what can be seen of that window from outside. */
final class Person {

    private static final String WATCH_CONNECTIONS = """
            window.connections = [];
            window.RTCPeerConnection = class extends RTCPeerConnection {
              constructor(...configuration) {
                super(...configuration);
                window.connections.push(this);
              }
            };
            """;

    private static final String WATCH_POLICY = """
            addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
              console.debug(`violates the policy: ${violatedDirective} ${blockedURI} ${sourceFile}`));
            """;

    private static final String ICE_SERVERS = """
            () => window.connections.flatMap((it) => it.getConfiguration().iceServers.flatMap(({ urls }) => urls))
            """;

    final String name;
    final Page page;
    private final URI address;
    private final BrowserContext context;
    private final List<String> requestsToOthers = new ArrayList<>();
    private final List<String> console = new ArrayList<>();
    private final List<String> framesSent = new ArrayList<>();
    private final List<String> framesHeard = new ArrayList<>();
    private String iceServersOffered = "";

    Person(String name, URI address, BrowserContext context) {
        this.name = name;
        this.address = address;
        this.context = context;
        context.addInitScript(WATCH_CONNECTIONS);
        context.addInitScript(WATCH_POLICY);
        context.tracing().start(new Tracing.StartOptions().setSnapshots(false).setName(name));
        context.onRequest(request -> note(request.url()));
        page = context.newPage();
        page.onConsoleMessage(message -> console.add(message.type() + ": " + message.text()));
        page.onPageError(error -> console.add("error: " + error));
        page.onWebSocket(socket -> {
            note(socket.url());
            socket.onFrameSent(frame -> framesSent.add(text(frame)));
            socket.onFrameReceived(frame -> framesHeard.add(text(frame)));
        });
    }

    /** Opens the home screen by a link that leads into a room. */
    Person opens(String room) {
        page.navigate(address + "#/room/"
                + URLEncoder.encode(room, StandardCharsets.UTF_8).replace("+", "%20"));
        textBox("Your name").fill(name);
        return this;
    }

    /** Opens the home screen, or another page of the application. */
    Person opensPage(String path) {
        page.navigate(address + path);
        return this;
    }

    /** Opens a link that somebody has sent, in the same window. */
    Person opensLink(String link) {
        page.navigate(link);
        return this;
    }

    /** Joins by the link of a room, and waits until the server has let the person in. */
    Person joins(String room) {
        return opens(room).enters();
    }

    /** The same once the camera is there, so that the first offer has it and no other has to follow. */
    Person joinsWithCamera(String room) {
        opens(room);
        page.locator(".preview video").waitFor();
        return enters();
    }

    private Person enters() {
        button("Join").click();
        page.locator(".alone, [data-peer]").first().waitFor();
        return this;
    }

    /** Waits until the home screen, which looks every five seconds, shows who is in the room. */
    void sees(String presence) {
        page.getByText(presence).waitFor(new Locator.WaitForOptions().setTimeout(12_000));
    }

    /** Waits until a function of the page, which may be asynchronous, says true. (The page's policy forbids Playwright's own way.) */
    void waitsFor(String function) {
        page.waitForCondition(
                () -> (Boolean) page.evaluate(function), new Page.WaitForConditionOptions().setTimeout(20_000));
    }

    /** Grants the page these permissions besides camera and microphone: granting anything denies the rest. */
    void allows(String... permissions) {
        context.grantPermissions(Stream.concat(Stream.of("camera", "microphone"), Stream.of(permissions))
                .toList());
    }

    Locator button(String accessibleName) {
        return page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName(accessibleName).setExact(true));
    }

    Locator textBox(String accessibleName) {
        return page.getByRole(
                AriaRole.TEXTBOX,
                new Page.GetByRoleOptions().setName(accessibleName).setExact(true));
    }

    /** The tile of somebody else. */
    Locator tileOf(String accessibleName) {
        return page.getByRole(
                AriaRole.GROUP,
                new Page.GetByRoleOptions().setName(accessibleName).setExact(true));
    }

    /** What the window asked of anybody but the server. */
    List<String> requestsToOthers() {
        return requestsToOthers;
    }

    /** The person is meant to use these STUN and TURN servers, given in JSON. */
    void isOffered(String iceServers) {
        iceServersOffered += iceServers;
    }

    /**
     * The STUN and TURN servers of its calls that it was not meant to use: a browser talks to them past all that is seen of
     * its requests.
     */
    List<?> otherIceServers() {
        if (page.isClosed()) {
            return List.of();
        }
        return ((List<?>) page.evaluate(ICE_SERVERS))
                .stream()
                        .filter(url -> !iceServersOffered.contains("\"" + url + "\""))
                        .toList();
    }

    /** Errors of the page, those of its console included. */
    List<String> errors() {
        return console.stream().filter(line -> line.startsWith("error")).toList();
    }

    /** What the window tried against the policy that the server sends with its pages. */
    List<String> violations() {
        return console.stream()
                .filter(line -> line.contains("violates the policy:"))
                .toList();
    }

    /** Holds nothing against the window that it has done so far: it was meant to. */
    void forget() {
        requestsToOthers.clear();
        console.clear();
    }

    /** How often the console said this. */
    long timesLogged(String text) {
        return console.stream().filter(line -> line.contains(text)).count();
    }

    /** Everything the window said over WebSockets. */
    List<String> framesSent() {
        return framesSent;
    }

    /** Waits for the connection that is made once the name has been typed: the last one, if nothing breaks it. */
    void isWelcomedByName() {
        page.waitForCondition(() -> framesHeard.stream()
                .anyMatch(frame ->
                        frame.startsWith("{\"type\":\"welcome\"") && frame.contains("\"name\":\"" + name + "\"")));
    }

    /** How often the window said a message of this type over WebSockets. */
    long timesSaid(String type) {
        return count(framesSent, type);
    }

    /** How often the window heard a message of this type over WebSockets. */
    long timesHeard(String type) {
        return count(framesHeard, type);
    }

    private static long count(List<String> frames, String type) {
        return frames.stream()
                .filter(frame -> frame.startsWith("{\"type\":\"" + type + "\""))
                .count();
    }

    void keepEvidence(Path folder) {
        try {
            page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
            System.out.println(name + " | " + Media.summary(this));
        } catch (PlaywrightException e) {
            System.out.println("No screenshot of " + name + ": " + e.getMessage());
        }
        context.tracing().stop(new Tracing.StopOptions().setPath(folder.resolve(name + ".zip")));
        console.forEach(line -> System.out.println(name + " | " + line));
    }

    void close() {
        context.close();
    }

    private void note(String url) {
        URI target = URI.create(url);
        if (target.getAuthority() != null && !target.getAuthority().equals(address.getAuthority())) {
            requestsToOthers.add(url);
        }
    }

    private static String text(WebSocketFrame frame) {
        return frame.text() == null ? "" : frame.text();
    }
}
