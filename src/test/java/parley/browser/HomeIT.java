package parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
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
}
