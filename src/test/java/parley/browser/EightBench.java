package parley.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A full room on one computer: eight pages, each of which sends to and receives from seven others. */
class EightBench extends DeployedTest {

    private static final int UPLINK = 4_000_000;

    /** What the page's senders may spend and what they really send, by kind. */
    private static final String CHOSEN = """
            async () => {
              const chosen = { total: 0, audio: 0, video: 0, sizes: new Set() };
              for (const connection of window.connections.filter((it) => it.connectionState === 'connected')) {
                for (const sender of connection.getSenders().filter(({ track }) => track)) {
                  const [{ maxBitrate, maxFramerate }] = sender.getParameters().encodings;
                  chosen.total += maxBitrate;
                  chosen[sender.track.kind] = maxBitrate;
                  for (const { type, kind, frameWidth, frameHeight } of (await sender.getStats()).values())
                    if (type === 'outbound-rtp' && kind === 'video') chosen.sizes.add(`${frameWidth}x${frameHeight}@${maxFramerate}`);
                }
              }
              return { ...chosen, sizes: [...chosen.sizes].join(' ') };
            }
            """;

    @Test
    void eight_people_in_one_room_all_see_and_hear_each_other_within_the_budget() {
        // As in any full room, nearly all are silent nearly always: each is heard within ten seconds.
        Browser browser = anotherBrowser(
                "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", Sound.ofListener());
        List<Person> all = Stream.of("Ada", "Grace", "Linus", "Edsger", "Barbara", "Donald", "Frances", "Tim")
                .map(name -> person(name, browser))
                .toList();
        // Windows side by side on one screen.
        all.forEach(person -> person.page.setViewportSize(640, 400));
        all.forEach(person -> person.joins("eight"));

        for (Person person : all) {
            Media.flowsTo(person, 7);
            Map<?, ?> chosen = (Map<?, ?>) person.page.evaluate(CHOSEN);
            System.out.println(person.name + " sends to seven others at most " + chosen);
            assertThat(((Number) chosen.get("total")).intValue()).isLessThanOrEqualTo(UPLINK);
            assertThat(chosen.get("audio")).isEqualTo(32_000);
        }
        // The first were looked at while the last were still to come.
        all.forEach(person -> Media.arePlayed(person, 7));
        Person ada = all.get(0);
        ada.page.setViewportSize(1280, 720);
        Media.frames(ada, 7, 10);
        ada.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "call-8.png")));
        assertThat(all).allSatisfy(person -> assertThat(person.errors()).isEmpty());
    }
}
