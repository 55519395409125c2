package parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How long it takes from the click on Join to the first picture on both sides, beside what two connections within one page
 * take that need no server: the least that this computer is capable of.
 */
class JoinBench extends DeployedTest {

    private static final int WARM_UP = 5;
    private static final int RUNS = 20;
    private static final double MOST = 1.25;

    /** Two connections that send each other the picture of the preview and its sound, until both have shown it. */
    private static final String LOOPBACK = """
            async () => {
              const { srcObject } = document.querySelector('video');
              const ends = [new RTCPeerConnection(), new RTCPeerConnection()];
              const [one, other] = ends;
              const frames = ends.map((end, i) => {
                end.onicecandidate = ({ candidate }) => ends[1 - i].addIceCandidate(candidate);
                return new Promise((shown) => {
                  end.ontrack = ({ track }) => {
                    if (track.kind !== 'video') return;
                    const video = document.createElement('video');
                    Object.assign(video, { muted: true, autoplay: true, className: 'loopback', srcObject: new MediaStream([track]) });
                    document.body.append(video);
                    video.requestVideoFrameCallback(() => shown(performance.now()));
                  };
                });
              });
              const send = (end) => srcObject.getTracks().forEach((track) => end.addTrack(track, srcObject));
              send(one);
              const start = performance.now();
              await one.setLocalDescription(await one.createOffer());
              await other.setRemoteDescription(one.localDescription);
              send(other);
              await other.setLocalDescription();
              await one.setRemoteDescription(other.localDescription);
              const ended = Math.max(...(await Promise.all(frames)));
              ends.forEach((end) => end.close());
              document.querySelectorAll('.loopback').forEach((video) => video.remove());
              window.connections = [];
              return ended - start;
            }
            """;

    @Test
    void from_the_click_on_join_to_the_first_picture_on_both_sides() {
        Person ada = watched("Ada").joins("bench");
        Person grace = watched("Grace").opens("bench");
        grace.sees("Already there: Ada.");
        double[] floor = new double[RUNS];
        double[] here = new double[RUNS];
        double[] there = new double[RUNS];
        for (int i = -WARM_UP; i < RUNS; i++) {
            double least = ((Number) grace.page.evaluate(LOOPBACK)).doubleValue();
            List.of(ada, grace).forEach(FirstPicture::noteAnew);
            grace.button("Join").click();
            double atGrace = FirstPicture.shownAt(grace);
            double atAda = FirstPicture.shownAt(ada);
            double clicked = FirstPicture.clickedAt(grace);
            if (i >= 0) {
                floor[i] = least;
                here[i] = atGrace - clicked;
                there[i] = atAda - clicked;
            }
            grace.button("Leave").click();
            assertThat(ada.tileOf("Grace")).hasCount(0);
            grace.sees("Already there: Ada.");
        }
        double[] both = new double[RUNS];
        Arrays.setAll(both, i -> Math.max(here[i], there[i]));
        double ratio = median(both) / median(floor);
        System.out.printf(
                "From Join to the first picture in ms, medians of %d: %.0f for who joins, %.0f for who is there, %.0f until"
                        + " both have it; two connections in one page %.0f; ratio %.2f%n",
                RUNS, median(here), median(there), median(both), median(floor), ratio);
        System.out.println(List.of(rounded(both), rounded(floor)));
        assertThat(ratio).isLessThanOrEqualTo(MOST);
    }

    private Person watched(String name) {
        Person person = person(name);
        FirstPicture.note(person);
        return person;
    }

    private static String rounded(double... values) {
        return Arrays.toString(Arrays.stream(values).mapToLong(Math::round).toArray());
    }

    private static double median(double... values) {
        return Arrays.stream(values).sorted().toArray()[values.length / 2];
    }
}
