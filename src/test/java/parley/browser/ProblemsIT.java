package parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Route;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why there is no camera or microphone, in words, and what to do. */
class ProblemsIT extends DeployedTest {

    /** A no to the microphone alone is told when {@code window.answer} is called, once {@code window.late} is true. */
    private static final String SAYS_NO_LATE = """
            const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
            navigator.mediaDevices.getUserMedia = async (constraints) => {
              try {
                return await open(constraints);
              } catch (error) {
                if (window.late && !constraints.video) await new Promise((resolve) => (window.answer = resolve));
                throw error;
              }
            };
            """;

    private static final String MICROPHONE_ALLOWED = """
            async () => {
              const status = await navigator.permissions.query({ name: 'microphone' });
              if (status.state !== 'granted') await new Promise((resolve) => (status.onchange = resolve));
            }
            """;

    @Test
    void each_reason_has_its_words() {
        Person ada = person("Ada");
        ada.page.addInitScript("""
                window.failure = ['NotAllowedError', 'Permission denied'];
                const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
                navigator.mediaDevices.getUserMedia = async (constraints) => {
                  if (window.failure) throw new DOMException(window.failure[1], window.failure[0]);
                  return open(constraints);
                };
                """);
        ada.opens("problems");
        assertThat(ada.page.getByText("This page may not use your camera and microphone."))
                .isVisible();
        says(ada, "NotAllowedError", "Permission denied by system", "Your computer does not let the browser use your");
        says(ada, "NotAllowedError", "Permission dismissed", "question about your camera and microphone was closed");
        says(ada, "SecurityError", "", "A rule of your company");
        says(ada, "NotReadableError", "Device in use", "Another program may be using it");
        says(ada, "NotFoundError", "", "No camera or microphone was found.");
        ada.page.evaluate("() => { window.failure = undefined; }");
        ada.button("Try again").click();
        assertThat(ada.page.locator(".preview video")).isVisible();
        assertThat(ada.page.locator(".notice")).hasCount(0);
    }

    @Test
    void who_allows_it_later_in_the_browser_need_not_try_again() {
        Person ada = person("Ada", anotherBrowser("--use-fake-device-for-media-stream"));
        ada.page.context().grantPermissions(List.of("geolocation"));
        ada.opens("later");
        assertThat(ada.page.getByText("This page may not use your camera and microphone."))
                .isVisible();
        ada.page.context().grantPermissions(List.of("camera", "microphone"));
        assertThat(ada.page.locator(".preview video")).isVisible();
        assertThat(ada.page.locator(".notice")).hasCount(0);
    }

    @Test
    void who_allows_one_while_a_no_to_it_is_on_its_way_gets_both() {
        Person ada = person("Ada", anotherBrowser("--use-fake-device-for-media-stream"));
        ada.page.addInitScript(SAYS_NO_LATE);
        ada.page.context().grantPermissions(List.of("geolocation"));
        ada.opens("later");
        assertThat(ada.page.getByText("This page may not use your camera and microphone."))
                .isVisible();
        ada.page.evaluate("() => { window.late = true; }");
        ada.page.context().grantPermissions(List.of("camera"));
        ada.page.waitForFunction("() => window.answer");
        ada.page.context().grantPermissions(List.of("camera", "microphone"));
        ada.page.evaluate(MICROPHONE_ALLOWED);

        ada.page.evaluate("() => { window.late = false; window.answer(); }");

        assertThat(ada.page.locator(".preview video")).isVisible();
        assertThat(ada.page.locator(".notice")).hasCount(0);
    }

    @Test
    void a_page_that_embeds_this_one_without_the_camera_is_named_as_the_reason() {
        Person ada = person("Ada");
        ada.page.route(
                "**/embedding.html",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<iframe allow=\"camera 'none'; microphone 'none'\" src='" + address()
                                + "'></iframe>")));
        ada.opensPage("embedding.html");
        FrameLocator embedded = ada.page.frameLocator("iframe");
        assertThat(embedded.getByText("of the page that this one is shown in")).isVisible();
    }

    @Test
    void a_browser_that_cannot_make_calls_is_told_so_before_anything_breaks() {
        for (String missing : List.of("RTCPeerConnection", "WebSocket", "MediaStream")) {
            Person ada = person("Ada without " + missing);
            ada.page.addInitScript("delete window." + missing);
            ada.opensPage("#/room/old");
            assertThat(ada.page.getByText("This browser cannot make video calls"))
                    .isVisible();
            assertThat(ada.page.getByText("What is missing:")).containsText(missing);
            assertThat(ada.errors()).isEmpty();
        }
        Person ada = person("Ada without devices");
        ada.page.addInitScript("Object.defineProperty(navigator, 'mediaDevices', { value: undefined })");
        ada.opens("old");
        assertThat(ada.page.getByText("This browser gives pages no camera and no microphone."))
                .isVisible();
        assertThat(ada.button("Join")).isVisible();
        assertThat(ada.errors()).isEmpty();
    }

    private static void says(Person person, String name, String message, String words) {
        person.page.evaluate("(failure) => { window.failure = failure; }", List.of(name, message));
        person.button("Try again").click();
        assertThat(person.page.locator(".notice")).containsText(words);
        assertThat(Accessibility.violations(person)).isEmpty();
    }
}
