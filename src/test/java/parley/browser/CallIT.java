package parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallIT extends DeployedTest {

    @Test
    void two_people_see_and_hear_each_other() {
        Person ada = person("Ada").joins("two");
        Person grace = person("Grace").joins("two");

        Media.flowsTo(ada, 1);
        Media.flowsTo(grace, 1);
        assertThat(ada.tileOf("Grace").locator("video")).hasCount(1);
        assertThat(grace.tileOf("Ada").locator("video")).hasCount(1);
        assertThat(ada.errors()).isEmpty();
        assertThat(grace.errors()).isEmpty();
    }

    @Test
    void two_people_need_at_most_four_relayed_frames() {
        Person ada = person("Ada").joinsWithCamera("four-frames");
        Person grace = person("Grace").joinsWithCamera("four-frames");

        // Long enough for a late batch of candidates, or their end, to have been sent.
        Media.frames(ada, 1, 60);
        Media.frames(grace, 1, 60);
        List<String> relayed = Stream.of(ada, grace)
                .flatMap(person -> person.framesSent().stream())
                .filter(frame -> frame.contains("\"to\":") || frame.contains("\"type\":\"state\""))
                .toList();
        assertThat(relayed).hasSizeBetween(2, 4);
    }

    @Test
    void three_people_see_and_hear_each_other() {
        Person ada = person("Ada").joins("three");
        Person grace = person("Grace").joins("three");
        Person linus = person("Linus").joins("three");

        for (Person person : List.of(ada, grace, linus)) {
            Media.flowsTo(person, 2);
        }
    }

    @Test
    void who_leaves_is_gone_for_the_others_and_may_come_back() {
        Person ada = person("Ada").joins("leaving");
        Person grace = person("Grace").joins("leaving");
        assertThat(ada.tileOf("Grace")).isVisible();

        grace.button("Leave").click();

        assertThat(ada.tileOf("Grace")).hasCount(0);
        assertThat(grace.button("Join")).isVisible();
        grace.button("Join").click();
        Media.flowsTo(ada, 1);
        Media.flowsTo(grace, 1);
    }

    @Test
    void a_closed_tab_is_gone_for_the_others_within_two_seconds() {
        Person ada = person("Ada").joins("closing");
        Person grace = person("Grace").joins("closing");
        Person linus = person("Linus").joins("closing");
        Media.flowsTo(ada, 2);
        Media.flowsTo(linus, 2);

        grace.page.close();

        long closed = System.nanoTime();
        for (Person person : List.of(ada, linus)) {
            double left = 2000 - (System.nanoTime() - closed) / 1e6;
            person.tileOf("Grace")
                    .waitFor(new Locator.WaitForOptions()
                            .setState(WaitForSelectorState.DETACHED)
                            .setTimeout(Math.max(1, left)));
        }
        Media.flowsTo(ada, 1);
        Media.flowsTo(linus, 1);
    }

    @Test
    void who_mutes_is_not_heard_and_is_shown_as_muted_and_sends_no_silence() {
        Person ada = person("Ada").joins("muting");
        Person grace = person("Grace").joins("muting");
        Media.flowsTo(ada, 1);

        grace.button("Mute").click();

        assertThat(ada.tileOf("Grace").getByText("Muted:")).hasCount(1);
        Media.comesWithoutSound(ada);
        Media.comesWithoutPackets(ada);
        grace.button("Unmute").click();
        assertThat(ada.tileOf("Grace").getByText("Muted:")).hasCount(0);
        Media.isHeardBy(ada, 1);
    }

    @Test
    void the_pictures_go_on_while_anything_else_on_the_page_changes() {
        Person ada = person("Ada").joins("steady");
        Person grace = person("Grace").joins("steady");
        Media.flowsTo(ada, 1);
        ada.page.evaluate("""
                () => {
                  window.restarts = 0;
                  const playing = [...document.querySelectorAll('video')];
                  playing.forEach((video) => video.addEventListener('emptied', () => window.restarts++));
                }
                """);

        grace.button("Mute").click();
        assertThat(ada.tileOf("Grace").getByText("Muted:")).hasCount(1);
        ada.button("Mute").click();
        person("Linus").joins("steady");
        Media.frames(ada, 2, 10);
        Media.arePlayed(ada, 2);

        assertThat(ada.page.evaluate("() => window.restarts")).isEqualTo(0);
    }

    @Test
    void a_camera_that_is_turned_off_is_released_and_comes_back() {
        Person ada = person("Ada").joins("camera");
        Person grace = person("Grace").joins("camera");
        Media.flowsTo(ada, 1);

        grace.button("Turn camera off").click();

        assertThat(ada.tileOf("Grace").locator(".avatar")).isVisible();
        assertThat((Boolean) grace.page.evaluate(
                        "() => document.querySelector('.local video').srcObject.getVideoTracks().length === 0"))
                .isTrue();
        Media.comesWithoutPicture(ada);
        Media.isHeardBy(ada, 1);
        grace.button("Turn camera on").click();
        assertThat(ada.tileOf("Grace").locator(".avatar")).hasCount(0);
        Media.flowsTo(ada, 1);
    }

    @Test
    void a_camera_that_is_turned_on_only_in_the_call_is_seen() {
        Person ada = person("Ada").joins("late-camera");
        Person grace = person("Grace").opens("late-camera");
        grace.button("Turn camera off").click();
        grace.button("Join").click();
        Media.isHeardBy(ada, 1);
        assertThat(ada.tileOf("Grace").locator(".avatar")).isVisible();

        grace.button("Turn camera on").click();

        Media.flowsTo(ada, 1);
        Media.flowsTo(grace, 1);
    }
}
