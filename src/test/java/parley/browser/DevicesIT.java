package parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class DevicesIT extends DeployedTest {

    private static final String GRANTED = "--use-fake-ui-for-media-stream";

    @Test
    void without_a_camera_one_sees_and_is_heard() {
        Browser noCamera = anotherBrowser(GRANTED, "--use-fake-device-for-media-stream=device-count=0");
        Person ada = person("Ada").joins("no-camera");
        Person grace = person("Grace", noCamera).opens("no-camera");
        assertThat(grace.page.getByText("No camera was found.")).isVisible();
        assertThat(grace.page.getByText("The others can hear you, but not see you."))
                .isVisible();
        grace.button("Join").click();

        Media.flowsTo(grace, 1);
        Media.isHeardBy(ada, 1);
        assertThat(ada.tileOf("Grace").locator(".avatar")).isVisible();
        assertThat(grace.tileOf("You").getByText("The others can hear you, but not see you."))
                .isVisible();
    }

    @Test
    void who_denies_camera_and_microphone_is_told_what_to_do_and_sees_and_hears() {
        Browser denying = anotherBrowser(GRANTED + "=deny", "--use-fake-device-for-media-stream");
        Person ada = person("Ada").joins("denied");
        Person grace = person("Grace", denying).opens("denied");
        assertThat(grace.page.getByText("This page may not use your camera and microphone."))
                .isVisible();
        assertThat(grace.button("Try again")).isVisible();
        grace.button("Join").click();

        Media.flowsTo(grace, 1);
        assertThat(grace.tileOf("You").getByText("You can see and hear the others"))
                .isVisible();
        assertThat(ada.tileOf("Grace").locator(".avatar")).isVisible();
        assertThat(ada.tileOf("Grace").getByText("Muted:")).hasCount(1);
    }

    @Test
    void two_without_any_device_still_meet_and_a_third_is_seen_by_both() {
        Browser denying = anotherBrowser(GRANTED + "=deny", "--use-fake-device-for-media-stream");
        Person ada = person("Ada", denying).joins("receivers");
        Person grace = person("Grace", denying).joins("receivers");
        assertThat(ada.tileOf("Grace")).isVisible();
        assertThat(grace.tileOf("Ada")).isVisible();

        person("Linus").joins("receivers");

        Media.framesFromOneOf(ada);
        Media.framesFromOneOf(grace);
    }

    @Test
    void a_plain_http_address_is_explained_and_still_lets_one_see_and_hear() {
        String plain = addressAt("parley.test");
        Person ada = person("Ada").joins("plain");
        Person grace = personAt(plain, "Grace").opens("plain");
        assertThat(grace.page.getByText("this address is plain http")).isVisible();
        assertThat(grace.page.getByText("https://", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        grace.button("Join").click();

        Media.flowsTo(grace, 1);
        assertThat(ada.tileOf("Grace").locator(".avatar")).isVisible();
    }

    @Test
    void a_camera_that_was_busy_is_there_after_another_try_and_mute_still_mutes() {
        Person ada = person("Ada").joins("busy");
        Person grace = person("Grace");
        grace.page.addInitScript("""
                let tries = 0;
                const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
                navigator.mediaDevices.getUserMedia = async (constraints) => {
                  if (constraints.video && tries++ < 2) throw new DOMException('in use', 'NotReadableError');
                  return open(constraints);
                };
                """);
        grace.opens("busy");
        assertThat(grace.page.getByText("Your camera could not be opened.")).isVisible();
        grace.button("Try again").click();
        assertThat(grace.button("Turn camera off")).isVisible();
        grace.button("Mute").click();
        grace.button("Join").click();

        Media.comesWithoutSound(ada);
        grace.button("Unmute").click();
        Media.flowsTo(ada, 1);
    }
}
