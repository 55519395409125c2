package parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomeIT extends DeployedTest {

    @Test
    void the_home_screen_shows_who_is_already_there() {
        Person ada = person("Ada").opens("lobby");
        ada.sees("Nobody is there yet.");

        Person grace = person("Grace").joins("lobby");
        Person linus = person("Linus").joins("lobby");

        ada.sees("Already there: Grace, Linus.");
        linus.button("Leave").click();
        ada.sees("Already there: Grace.");
        grace.button("Leave").click();
        ada.sees("Nobody is there yet.");
    }

    @Test
    void who_is_there_is_asked_before_the_server_has_welcomed_us() {
        Person ada = person("Ada");
        Wire wire = Wire.of(ada);
        wire.hold(frame -> true);
        ada.opens("flight");

        wire.waitForHeld("hello");
        wire.waitForHeld("look");

        assertThat(ada.timesHeard("welcome")).isZero();
    }

    @Test
    void the_keys_of_a_call_are_not_promised_before_it() {
        Person ada = person("Ada").opens("no-keys");

        assertThat(ada.button("Mute")).hasAttribute("title", "Mute");
        assertThat(ada.page.locator("[aria-keyshortcuts]")).hasCount(0);
    }

    @Test
    void a_pasted_link_lands_in_the_right_room() {
        String room = "Küche & 5% – 会议 / “x”?#";
        Person ada = person("Ada").joins(room);
        String link = (String) ada.page.evaluate("() => location.href");

        Person grace = person("Grace").opensLink(link);
        assertThat(grace.textBox("Room")).hasValue(room);
        grace.textBox("Your name").fill("Grace");
        grace.button("Join").click();

        assertThat(ada.tileOf("Grace")).isVisible();
        assertThat(grace.tileOf("Ada")).isVisible();
    }

    @Test
    void a_link_pasted_during_a_call_leads_out_of_it() {
        Person ada = person("Ada").joins("first");
        Person grace = person("Grace").joins("first");
        assertThat(ada.tileOf("Grace")).isVisible();

        grace.opensLink(address() + "#/room/second");

        assertThat(grace.textBox("Room")).hasValue("second");
        assertThat(ada.tileOf("Grace")).hasCount(0);
    }

    @Test
    void what_cannot_be_seen_in_a_pasted_name_or_room_keeps_nobody_out() {
        Person ada = person("Ada").joins("invisible");

        Person grace = person("Grace").opensPage("");
        grace.textBox("Your name").fill("\u2068Grace\tHopper\u2069");
        grace.textBox("Room").fill("\u202Einvis\u202Cible\u0007");
        assertThat(grace.textBox("Room")).hasValue("invisible ");
        grace.button("Join").click();

        assertThat(ada.tileOf("Grace Hopper")).isVisible();
        grace.button("Leave").click();
        grace.textBox("Your name").fill("\u2068\u2069");
        assertThat(grace.textBox("Your name")).hasValue("");
        Person linus = person("Linus").joins("\u2066invisible\u2069");
        assertThat(ada.tileOf("Linus")).isVisible();
        assertThat(linus.tileOf("Ada")).isVisible();
    }

    @Test
    void each_refusal_has_its_words() {
        Person ada = person("Ada").opensPage("");
        assertThat(refusal(ada, "room-full", "")).isEqualTo("The room is full.");
        assertThat(refusal(ada, "invalid", "name: …")).contains("does not take this name", "64 characters");
        assertThat(refusal(ada, "too-many-rooms", "")).contains("Leave one of the others");
        assertThat(refusal(ada, "closed", 1008)).contains("Load it again");
        assertThat(refusal(ada, "closed", 4401)).contains("sign in");
        assertThat(refusal(ada, "closed", 4409)).contains("in another window");
        assertThat(refusal(ada, "closed", 4429)).contains("too much at once");
        assertThat(refusal(ada, "closed", 1009)).contains("(1009)");
        assertThat(refusal(ada, "internal", "oops")).contains("(internal)");
    }

    @Test
    void a_full_room_refuses_one_more_and_says_so() {
        Person ada = person("Ada").opens("full");
        ada.page.evaluate("""
                () => Promise.all(Array.from({ length: 8 }, () => new Promise((joined) => {
                  const socket = new WebSocket(location.origin.replace('http', 'ws') + location.pathname + 'signal', 'parley.v1');
                  socket.onopen = () => {
                    socket.send('{"type":"hello"}');
                    socket.send('{"type":"join","room":"full"}');
                  };
                  socket.onmessage = ({ data }) => JSON.parse(data).type === 'joined' && joined();
                })))
                """);
        ada.sees("The room is full.");

        ada.button("Join").click();

        assertThat(ada.page.getByRole(AriaRole.ALERT)).hasText("The room is full.");
        assertThat(ada.button("Join")).isVisible();
    }

    @Test
    void a_name_and_a_room_are_needed_and_the_name_is_remembered() {
        Person ada = person("Ada").opensPage("");
        ada.button("Join").click();
        assertThat(ada.button("Leave")).hasCount(0);
        ada.textBox("Your name").fill("  ");
        ada.textBox("Room").fill("memory");
        ada.button("Join").click();
        assertThat(ada.button("Leave")).hasCount(0);

        ada.textBox("Your name").fill(" Ada ");
        ada.button("Join").click();
        assertThat(ada.page.getByText("Ada (you)")).isVisible();

        ada.page.reload();
        assertThat(ada.textBox("Your name")).hasValue("Ada");
        assertThat(ada.textBox("Room")).hasValue("memory");
    }

    private static String refusal(Person person, String code, Object message) {
        return (String) person.page.evaluate(
                "async (refused) => (await import('./view/home/refusal.js')).refusalText(refused)",
                Map.of("code", code, "message", message));
    }
}
