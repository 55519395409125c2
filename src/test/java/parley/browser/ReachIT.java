package parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import org.junit.jupiter.api.Test;

/** What is said of a server that cannot be reached, before one is in a call. */
class ReachIT extends DeployedTest {

    private static final int FLOODS = 4429;

    @Test
    void home_says_that_the_server_does_not_answer_in_place_of_who_was_there_until_it_does() {
        person("Grace").joins("reach");
        Person ada = person("Ada");
        Wire wire = Wire.of(ada);
        ada.opens("reach");
        ada.isWelcomedByName();
        ada.sees("Already there: Grace.");

        wire.down();

        assertThat(unreachable(ada)).isVisible();
        assertThat(ada.page.getByText("Already there")).hasCount(0);
        wire.mend();
        ada.sees("Already there: Grace.");
        assertThat(unreachable(ada)).hasCount(0);
    }

    @Test
    void a_server_that_wants_no_further_try_is_asked_again_after_a_pause() {
        person("Grace").joins("unwanted");
        Person ada = person("Ada");
        Wire wire = Wire.of(ada);
        ada.opens("unwanted");
        ada.isWelcomedByName();
        ada.sees("Already there: Grace.");
        int sockets = wire.sockets();

        wire.end(FLOODS);

        assertThat(ada.page.getByText("Already there")).hasCount(0);
        assertThat(wire.sockets()).isEqualTo(sockets);
        assertThat(ada.page.getByText("Already there: Grace.")).isVisible();
        assertThat(wire.sockets()).isEqualTo(sockets + 1);
    }

    @Test
    void who_joins_a_server_that_does_not_answer_is_told_and_what_to_do_and_is_in_once_it_does() {
        person("Grace").joins("silent");
        Person ada = person("Ada");
        Wire wire = Wire.of(ada);
        wire.silence();
        ada.opens("silent");
        assertThat(unreachable(ada)).isVisible();

        int sockets = wire.sockets();
        ada.button("Join").click();

        // Long before the first try is given up.
        assertThat(ada.page.getByText("Connecting…")).isVisible(new IsVisibleOptions().setTimeout(5000));
        assertThat(wire.sockets()).isEqualTo(sockets + 1);
        assertThat(unreachable(ada)).isVisible();
        wire.mend();
        assertThat(ada.tileOf("Grace")).isVisible();
        Media.flowsTo(ada, 1);
        assertThat(ada.page.getByText("Connecting…")).hasCount(0);
        assertThat(unreachable(ada)).hasCount(0);
    }

    private static Locator unreachable(Person person) {
        return person.page.getByText("The server does not answer. See whether you are in the company’s network");
    }
}
