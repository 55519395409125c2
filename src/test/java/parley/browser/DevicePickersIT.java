package parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Which camera, microphone and speaker are used. (Of Chromium's fake cameras the second cannot be encoded.) */
class DevicePickersIT extends DeployedTest {

    private static final String[] SEVERAL = {
        "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream=device-count=3"
    };

    /**
     * A computer whose devices are plugged in and out: what is out is not listed and cannot be opened, and what was open
     * ends. Keeps all tracks that the browser has ever given.
     */
    private static final String PLUGS = """
            window.out = new Set(JSON.parse(sessionStorage.out ?? '[]'));
            window.given = [];
            const devices = navigator.mediaDevices;
            const [list, open] = [devices.enumerateDevices.bind(devices), devices.getUserMedia.bind(devices)];
            devices.enumerateDevices = async () => (await list()).filter(({ label }) => !window.out.has(label));
            devices.getUserMedia = async (constraints) => {
              const stream = await open(constraints);
              for (const track of stream.getTracks().filter(({ label }) => window.out.has(label))) {
                stream.removeTrack(track);
                track.stop();
                if (constraints[track.kind].deviceId?.exact) throw new OverconstrainedError('deviceId');
                const other = (await devices.enumerateDevices()).find(({ kind }) => kind === `${track.kind}input`);
                if (!other) throw new DOMException('', 'NotFoundError');
                const [instead] = (await open({ [track.kind]: { deviceId: { exact: other.deviceId } } })).getTracks();
                stream.addTrack(instead);
              }
              window.given.push(...stream.getTracks());
              return stream;
            };
            window.plug = (label, plugged) => {
              window.out[plugged ? 'delete' : 'add'](label);
              sessionStorage.out = JSON.stringify([...window.out]);
              for (const track of window.given.filter((it) => it.label === label && it.readyState === 'live' && !plugged)) {
                track.stop();
                track.dispatchEvent(new Event('ended'));
              }
              devices.dispatchEvent(new Event('devicechange'));
            };
            window.live = (kind) => window.given.filter((it) => it.kind === kind && it.readyState === 'live')
              .map(({ label }) => label).join();
            """;

    @Test
    void what_is_chosen_is_sent_at_once_and_is_remembered() {
        Browser several = anotherBrowser(SEVERAL);
        Person ada = person("Ada").joins("pickers");
        Person grace = person("Grace", several);
        grace.page.addInitScript(PLUGS);
        grace.opens("pickers");
        picker(grace, "Camera").selectOption("fake_device_2");
        picker(grace, "Microphone").selectOption("Fake Audio Input 1");
        picker(grace, "Speaker").selectOption("Fake Audio Output 1");
        grace.button("Join").click();
        Media.comesFromTheThirdCamera(ada, "Grace");
        Media.isHeardBy(ada, 1);
        isLive(grace, "video", "fake_device_2");
        isLive(grace, "audio", "Fake Audio Input 1");
        grace.waitsFor("""
                async () => {
                  const { sinkId } = document.querySelector('[data-peer] video');
                  const all = await navigator.mediaDevices.enumerateDevices();
                  return all.find(({ deviceId }) => deviceId === sinkId)?.label === 'Fake Audio Output 1';
                }
                """);

        grace.button("Settings").click();
        picker(grace, "Camera").selectOption("fake_device_0");
        Media.comesFromTheFirstCamera(ada, "Grace");
        isLive(grace, "video", "fake_device_0");
        picker(grace, "Camera").selectOption("fake_device_2");
        Media.comesFromTheThirdCamera(ada, "Grace");
        grace.button("Turn camera off").click();
        assertThat(ada.tileOf("Grace").locator(".avatar")).isVisible();
        isLive(grace, "video", "");
        grace.button("Turn camera on").click();
        Media.comesFromTheThirdCamera(ada, "Grace");

        grace.page.reload();
        assertThat(chosen(grace, "Camera")).hasText("fake_device_2");
        assertThat(chosen(grace, "Microphone")).hasText("Fake Audio Input 1");
        assertThat(chosen(grace, "Speaker")).hasText("Fake Audio Output 1");
        isLive(grace, "video", "fake_device_2");
        grace.button("Turn camera off").click();
        grace.button("Mute").click();
        // Ids change when somebody clears what the browser keeps: the label still tells.
        grace.page.evaluate("""
                () => {
                  const kept = JSON.parse(localStorage['parley.device.video']);
                  localStorage['parley.device.video'] = JSON.stringify({ ...kept, id: 'gone' });
                }
                """);
        grace.page.reload();
        assertThat(grace.button("Unmute")).isVisible();
        assertThat(picker(grace, "Microphone")).isVisible();
        isLive(grace, "video", "");
        grace.button("Turn camera on").click();
        assertThat(chosen(grace, "Camera")).hasText("fake_device_2");
        isLive(grace, "video", "fake_device_2");
        assertThat(grace.errors()).isEmpty();
    }

    @Test
    void what_is_unplugged_is_replaced_and_taken_again_when_it_is_back() {
        Browser several = anotherBrowser(SEVERAL);
        Person ada = person("Ada").joins("plugs");
        Person grace = person("Grace", several);
        grace.page.addInitScript(PLUGS);
        grace.opens("plugs");
        picker(grace, "Camera").selectOption("fake_device_2");
        grace.button("Join").click();
        grace.button("Settings").click();
        Media.comesFromTheThirdCamera(ada, "Grace");

        plug(grace, "fake_device_2", false);
        assertThat(grace.page.getByText("“fake_device_2” is not plugged in, so “fake_device_0” is used"))
                .isVisible();
        assertThat(grace.page.getByText("Camera in use: fake_device_0").first()).isVisible();
        Media.comesFromTheFirstCamera(ada, "Grace");
        plug(grace, "fake_device_2", true);
        Media.comesFromTheThirdCamera(ada, "Grace");
        assertThat(grace.page.getByText("is not plugged in")).hasCount(0);
        isLive(grace, "video", "fake_device_2");

        // The last one: as if there had never been any, until one is plugged in.
        plug(grace, "fake_device_0", false);
        plug(grace, "fake_device_1", false);
        plug(grace, "fake_device_2", false);
        assertThat(grace.page.getByText("No camera was found.")).isVisible();
        assertThat(ada.tileOf("Grace").locator(".avatar")).isVisible();
        plug(grace, "fake_device_0", true);
        Media.comesFromTheFirstCamera(ada, "Grace");
        assertThat(grace.page.getByText("No camera was found.")).hasCount(0);
        assertThat(grace.errors()).isEmpty();
    }

    @Test
    void a_phone_turns_its_camera_round_for_this_call() {
        Browser several = anotherBrowser(SEVERAL);
        Person ada = person("Ada").joins("phone");
        Person grace = person("Grace", several);
        grace.page.addInitScript("""
                const way = (label) => ({ fake_device_0: 'user', fake_device_2: 'environment' })[label];
                const settings = MediaStreamTrack.prototype.getSettings;
                MediaStreamTrack.prototype.getSettings = function () {
                  return { ...settings.call(this), facingMode: way(this.label) };
                };
                InputDeviceInfo.prototype.getCapabilities = function () {
                  return { facingMode: way(this.label) ? [way(this.label)] : [] };
                };
                """);
        grace.joins("phone");
        Media.comesFromTheFirstCamera(ada, "Grace");
        assertThat(grace.tileOf("You").locator("video.mirrored")).hasCount(1);
        grace.button("Settings").click();
        grace.page.locator(".settings").getByText("Switch to the other camera").click();
        Media.comesFromTheThirdCamera(ada, "Grace");
        assertThat(grace.tileOf("You").locator("video.mirrored")).hasCount(0);
        grace.page.reload();
        assertThat(grace.page.locator(".preview video.mirrored")).isVisible();
        assertThat(chosen(grace, "Camera")).hasText("fake_device_0");
    }

    private static Locator picker(Person person, String label) {
        return person.page.getByRole(
                AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    private static Locator chosen(Person person, String label) {
        return picker(person, label).locator("option:checked");
    }

    private static void plug(Person person, String label, boolean plugged) {
        person.page.evaluate("([label, plugged]) => window.plug(label, plugged)", new Object[] {label, plugged});
    }

    /** Waits until just the device of this label is live; the others see a change before the one before is let go. */
    private static void isLive(Person person, String kind, String label) {
        person.page.waitForCondition(() -> label.equals(person.page.evaluate("(kind) => window.live(kind)", kind)));
    }
}
