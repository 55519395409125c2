package parley.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What is sent, by how many there are to send it to and what they can take. */
class AdaptationIT extends DeployedTest {

    /** Every situation there can be; tells those in which what is allotted is not as it should be. */
    private static final String RULES = """
            async () => {
              const { allot, spentOn, LOW_UPLINK } = await import('./call/quality/budget.js');
              const wrong = [];
              let seen = 0;
              const each = (values, then) => values.forEach(then);
              each([1_000_000, 4_000_000, 100_000_000], (uplink) =>
                each([1, 2, 3, 4, 5, 6, 7], (others) => each([false, true], (sharing) => each([false, true], (low) =>
                each([0, 1, 3], (relief) => each([1, 2, 8], (cores) => {
                  let smaller = Infinity;
                  for (let sparing = 0; sparing <= others; sparing++) {
                    const situation = { others, sparing, sharing, low, relief, cores, uplink };
                    const { full, less } = allot(situation);
                    const most = sparing < others ? full : less;
                    const total = sparing * spentOn(less, sharing) + (others - sparing) * spentOn(full, sharing);
                    const good = total <= (low ? Math.min(LOW_UPLINK, uplink) : uplink) + 1
                      && most.audio.maxBitrate >= 20_000 && less.audio.maxBitrate >= 20_000
                      && less.camera.maxBitrate <= most.camera.maxBitrate && less.camera.height <= most.camera.height
                      && most.camera.maxBitrate >= 7_000 + (sharing ? 0 : 20_000) && most.camera.height >= 180
                      && (!sharing || most.screen.maxBitrate >= most.camera.maxBitrate)
                      && (sparing === 0 || sparing === others || low || full.camera.maxBitrate >= smaller);
                    smaller = full.camera.maxBitrate;
                    seen++;
                    if (!good) wrong.push(JSON.stringify({ ...situation, total, full, less }));
                  }
                }))))));
              return { seen, wrong };
            }
            """;

    /** Somebody who has asked for less is lost sight of and comes back; what their connections may spend, before and after. */
    private static final String COMES_BACK = """
            async () => {
              const { Adaptation } = await import('./call/quality/adaptation.js');
              const media = Object.assign(new EventTarget(), { stream: new MediaStream() });
              const grace = () => ({ id: 'g', connection: {} });
              const call = Object.assign(new EventTarget(), { remotes: [grace()], data: new EventTarget() });
              new Adaptation(call, media, false);
              const tell = (on, type, detail) => on.dispatchEvent(new CustomEvent(type, { detail }));
              const camera = () => call.remotes[0].connection.targets.camera.maxBitrate;
              tell(call, 'change');
              const cameras = [camera()];
              tell(call.data, 'send-less', { from: call.remotes[0], message: { less: true } });
              cameras.push(camera());
              const [before] = call.remotes.splice(0);
              tell(call, 'change');
              tell(call, 'went', before);
              call.remotes.push(grace());
              tell(call, 'change');
              cameras.push(camera());
              return cameras;
            }
            """;

    /** What each connection's camera may spend, in bits per second, smallest first. */
    private static final String CAMERAS = """
            () => window.connections.filter((it) => it.connectionState === 'connected')
              .map((it) => it.getSenders().find(({ track }) => track?.kind === 'video').getParameters().encodings[0].maxBitrate)
              .sort((a, b) => a - b)
            """;

    /** What each connection's microphone may spend, and how urgent it is. */
    private static final String MICROPHONES = """
            () => window.connections.filter((it) => it.connectionState === 'connected').map((it) => {
              const [encoding] = it.getSenders().find(({ track }) => track?.kind === 'audio').getParameters().encodings;
              return [encoding.maxBitrate, encoding.priority, encoding.networkPriority].join(' ');
            })
            """;

    /** The heights of the pictures that arrive, smallest first, once all of them still come. */
    private static final String ARRIVING = """
            async () => {
              const heights = [];
              for (const connection of window.connections)
                for (const { type, kind, frameHeight } of (await connection.getStats()).values())
                  if (type === 'inbound-rtp' && kind === 'video' && frameHeight) heights.push(frameHeight);
              return heights.sort((a, b) => a - b);
            }
            """;

    private static final String BYTES = """
            async () => {
              let bytes = 0;
              for (const connection of window.connections)
                for (const report of (await connection.getStats()).values())
                  if (report.type === 'transport') bytes += report.bytesReceived;
              return [bytes, performance.now()];
            }
            """;

    @Test
    void whoever_comes_and_whatever_is_shared_the_budget_holds_and_sound_has_its_part() {
        Person ada = person("Ada").opens("rules");

        Object result = ada.page.evaluate(RULES);

        assertThat(result).isEqualTo(Map.of("seen", 3 * 1260, "wrong", List.of()));
    }

    @Test
    void the_more_come_the_less_each_is_sent_and_who_saves_bandwidth_gets_and_sends_least() {
        Person ada = person("Ada").joins("adapting");
        Person grace = person("Grace").joins("adapting");
        await(ada, () -> cameras(ada).equals(List.of(2_500_000)));

        Person linus = person("Linus").joins("adapting");

        await(ada, () -> cameras(ada).size() == 2 && cameras(ada).get(1) <= 1_500_000);
        assertThat(ada.page.evaluate(MICROPHONES)).isEqualTo(List.of("32000 high high", "32000 high high"));
        assertThat(cameras(ada)).allMatch(rate -> rate > 200_000);
        for (Person person : List.of(ada, grace, linus)) {
            Media.flowsTo(person, 2);
            await(person, () -> heights(person).size() == 2 && heights(person).get(1) <= 540);
        }

        saveBandwidth(ada);

        await(ada, () -> cameras(ada).get(1) <= 100_000);
        // To Ada little, and to each other as before.
        await(grace, () -> cameras(grace).get(0) <= 100_000 && cameras(grace).get(1) > 200_000);
        await(linus, () -> cameras(linus).get(0) <= 100_000 && cameras(linus).get(1) > 200_000);
        await(ada, () -> heights(ada).equals(List.of(180, 180)));
        await(grace, () -> heights(grace).get(0) == 180);
        assertThat(receivedBitrate(ada)).isBetween(20_000.0, 2 * 250_000.0);
        Media.flowsTo(ada, 2);
        Media.flowsTo(grace, 2);
        // The newcomer hears of it, too.
        Person edsger = person("Edsger").joins("adapting");
        await(edsger, () -> cameras(edsger).size() == 3 && cameras(edsger).get(0) <= 100_000);

        edsger.page.close();
        saveBandwidth(ada);

        await(ada, () -> cameras(ada).get(0) > 200_000);
        await(linus, () -> cameras(linus).get(0) > 200_000);
        assertThat(ada.errors()).isEmpty();
    }

    @Test
    void a_page_sends_no_more_than_the_server_says() {
        Person ada = person("Ada");
        Wire.of(ada).changeAnswers(frame -> frame.replace("\"uplink\":4000000", "\"uplink\":1000000"));
        ada.joins("uplink");
        Person grace = person("Grace").joins("uplink");

        await(ada, () -> cameras(ada).equals(List.of(823_680)));
        await(grace, () -> cameras(grace).equals(List.of(2_500_000)));
    }

    @Test
    void who_comes_back_gets_less_only_if_they_say_so_again() {
        Person ada = person("Ada").opensPage("");

        assertThat(ada.page.evaluate(COMES_BACK)).isEqualTo(List.of(2_500_000, 89_440, 2_500_000));
    }

    private static void saveBandwidth(Person person) {
        person.button("Settings").click();
        person.page
                .getByRole(AriaRole.SWITCH, new Page.GetByRoleOptions().setName("Low bandwidth"))
                .click();
        person.page.keyboard().press("Escape");
    }

    private static List<Integer> cameras(Person person) {
        return numbers(person, CAMERAS);
    }

    private static List<Integer> heights(Person person) {
        return numbers(person, ARRIVING);
    }

    /** What the window receives in all, over two seconds, in bits per second. */
    private static double receivedBitrate(Person person) {
        double[] before = bytes(person);
        double[][] now = {before};
        await(person, () -> (now[0] = bytes(person))[1] - before[1] > 2000);
        return (now[0][0] - before[0]) * 8000 / (now[0][1] - before[1]);
    }

    private static double[] bytes(Person person) {
        return ((List<?>) person.page.evaluate(BYTES))
                .stream().mapToDouble(it -> ((Number) it).doubleValue()).toArray();
    }

    private static List<Integer> numbers(Person person, String script) {
        return ((List<?>) person.page.evaluate(script))
                .stream().map(it -> ((Number) it).intValue()).toList();
    }

    private static void await(Person person, BooleanSupplier condition) {
        person.page.waitForCondition(condition);
    }
}
