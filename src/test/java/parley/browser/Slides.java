package parley.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;

/** A tab beside that of the call, for sharing: a colour in each quarter, something that moves, and a tone. */
final class Slides {

    /** Of the tab, in pixels: small, since each of those who share encodes it. */
    static final int WIDTH = 640;

    static final int HEIGHT = 360;

    private static final String TAB = """
            <!DOCTYPE html>
            <title>Slides</title>
            <style>
              body { margin: 0; display: grid; grid-template: 50vh 50vh / 1fr 1fr; }
              i { position: fixed; inset: 45%; animation: turn 2s linear infinite; background: black; }
              @keyframes turn { to { rotate: 360deg } }
            </style>
            <p style="margin: 0; background: #f00"></p><p style="margin: 0; background: #0f0"></p>
            <p style="margin: 0; background: #00f"></p><p style="margin: 0; background: #ff0"></p>
            <i></i>
            <script>
              const audio = new AudioContext();
              const tone = audio.createOscillator();
              const quiet = new GainNode(audio, { gain: 0.1 });
              tone.connect(quiet).connect(audio.destination);
              tone.start();
            </script>
            """;

    private Slides() {}

    /** A browser whose picker takes the slides by itself; whoever uses it has to be given a camera. */
    static Browser browser(BrowserTest test) {
        Browser browser = Chromium.launchAudible(
                "--use-fake-device-for-media-stream",
                "--auto-select-tab-capture-source-by-title=Slides",
                "--autoplay-policy=no-user-gesture-required");
        test.otherBrowsers.add(browser);
        return browser;
    }

    /** Opens the slides beside somebody's call. */
    static Page open(Person person) {
        person.allows();
        Page slides = person.page.context().newPage();
        slides.setViewportSize(WIDTH, HEIGHT);
        slides.setContent(TAB);
        person.page.bringToFront();
        return slides;
    }

    /** Waits until a video shows the slides, whole and as large as they are. */
    static void areSeenIn(Person person, String tile) {
        Picture.of(person, tile).waitFor("red", "green", "blue", "yellow");
    }
}
