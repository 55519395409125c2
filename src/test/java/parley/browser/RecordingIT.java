package parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecordingIT extends DeployedTest {

    /** Lets a page's timers of ten minutes and more end when {@code window.passTenMinutes} is called. */
    private static final String CLOCK = """
            const wait = window.setTimeout;
            const late = [];
            window.setTimeout = (task, time, ...rest) => (time >= 600_000 ? late.push(task) : wait(task, time, ...rest));
            window.passTenMinutes = () => late.splice(0).forEach((task) => task());
            """;

    /**
     * What is in a recorded film: its size, its length in seconds as players show it, how much of the left and of the right
     * half of a picture late in it is as green as a fake camera, and its loudest sample.
     */
    private static final String CONTENT = """
            async () => {
              const [file] = document.querySelector('input').files;
              const video = Object.assign(document.createElement('video'), { src: URL.createObjectURL(file), muted: true });
              await new Promise((resolve) => { video.onloadeddata = resolve });
              const { duration, videoWidth: width, videoHeight: height } = video;
              video.currentTime = duration * 0.7;
              await new Promise((resolve) => { video.onseeked = resolve });
              const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
              context.drawImage(video, 0, 0);
              const green = (x) => {
                const { data } = context.getImageData(x, 0, width / 2, height);
                let count = 0;
                for (let i = 0; i < data.length; i += 4) count += data[i] < 110 && data[i + 1] > 100 && data[i + 2] < 90;
                return count / (data.length / 4);
              };
              const sound = await new OfflineAudioContext(1, 1, 48000).decodeAudioData(await file.arrayBuffer());
              const loudest = sound.getChannelData(0).reduce((most, it) => Math.max(most, Math.abs(it)), 0);
              return { width, height, duration, left: green(0), right: green(width / 2), loudest, heard: sound.duration };
            }
            """;

    @Test
    void a_recording_has_everybodys_picture_and_sound_and_everybody_sees_that_it_runs() {
        Person ada = person("Ada").joins("all: 1/2?");
        Person grace = person("Grace").joins("all: 1/2?");
        Media.flowsTo(ada, 1);
        ada.button("Mute").click();

        record(ada);

        assertThat(ada.page.getByText("Recording: you")).isVisible();
        assertThat(grace.page.getByText("Recording: Ada")).isVisible();
        assertThat(grace.page.getByRole(AriaRole.STATUS).getByText("Ada is recording this call"))
                .hasCount(1);
        Person linus = person("Linus").joins("all: 1/2?");
        linus.page.getByText("Recording: Ada").waitFor();
        Media.frames(ada, 2, 60);
        assertThat(PrivateDisk.bytes(ada)).isGreaterThan(10_000);
        Download download =
                ada.page.waitForDownload(() -> ada.button("Stop recording").click());

        for (Person person : List.of(grace, linus)) {
            assertThat(person.page.getByText("Recording:")).hasCount(0);
        }
        assertThat(grace.page.getByRole(AriaRole.STATUS).getByText("Ada has stopped recording"))
                .hasCount(1);
        assertThat(download.suggestedFilename())
                .matches("Parley all- 1-2- 20\\d\\d-\\d\\d-\\d\\d \\d\\d\\.\\d\\d\\.webm");
        Map<String, Double> content = contentOf(download);
        assertThat(content).containsEntry("width", 1280.0).containsEntry("height", 720.0);
        assertThat(content.get("duration")).isBetween(2.0, 60.0);
        assertThat(content.get("heard")).isBetween(content.get("duration") - 2, content.get("duration") + 2);
        assertThat(content.get("left")).isGreaterThan(0.3);
        assertThat(content.get("right")).isGreaterThan(0.3);
        assertThat(content.get("loudest")).isGreaterThan(0.05);
        assertThat(ada.errors()).isEmpty();
    }

    @Test
    void who_leaves_while_recording_has_the_file_saved_and_nothing_stays_behind() {
        Person ada = person("Ada");
        ada.page.addInitScript(CLOCK);
        ada.joins("leave-recording");
        Person grace = person("Grace").joins("leave-recording");
        Media.flowsTo(ada, 1);
        grace.button("Turn camera off").click();
        grace.button("Mute").click();
        assertThat(ada.tileOf("Grace").locator(".avatar")).isVisible();

        record(ada);
        assertThat(grace.page.getByText("Recording: Ada")).isVisible();
        ada.page.waitForCondition(() -> PrivateDisk.bytes(ada) > 10_000);
        Download download = ada.page.waitForDownload(() -> ada.button("Leave").click());

        assertThat(ada.button("Join")).isVisible();
        assertThat(grace.page.getByText("Recording:")).hasCount(0);
        Map<String, Double> content = contentOf(download);
        assertThat(content.get("left")).as("initials in place of a face").isLessThan(0.1);
        assertThat(content.get("right")).as("one's own face").isGreaterThan(0.3);
        assertThat(content.get("loudest")).as("one's own voice").isGreaterThan(0.05);
        ada.page.evaluate("() => window.passTenMinutes()");
        PrivateDisk.becomesEmpty(ada);
        assertThat(ada.errors()).isEmpty();
    }

    @Test
    void who_has_left_is_told_if_the_recording_could_not_be_saved() {
        Person ada = person("Ada").joins("unsaved");
        record(ada);
        ada.page.waitForCondition(() -> PrivateDisk.bytes(ada) > 0);
        ada.page.evaluate("() => { Blob.prototype.slice = () => { throw new Error('not to be read'); }; }");

        ada.button("Leave").click();

        assertThat(ada.page.getByRole(AriaRole.STATUS).getByText("The recording could not be saved."))
                .hasCount(1);
        PrivateDisk.becomesEmpty(ada);
    }

    private static void record(Person person) {
        person.button("More").click();
        person.button("Record").click();
    }

    private Map<String, Double> contentOf(Download download) {
        Path file = download.path();
        Page player = people.get(0).page.context().newPage();
        player.setContent("<input type=file>");
        player.locator("input").setInputFiles(file);
        Map<?, ?> content = (Map<?, ?>) player.evaluate(CONTENT);
        System.out.println("recorded: " + content);
        return content.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> (String) entry.getKey(), entry -> ((Number) entry.getValue()).doubleValue()));
    }
}
