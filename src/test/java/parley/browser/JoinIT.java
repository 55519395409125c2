package parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** From the home screen into a call. */
class JoinIT extends DeployedTest {

    @Test
    void who_joins_takes_the_connection_that_has_looked_into_the_room_unless_the_name_is_another() {
        Person ada = person("Ada").joins("warm");
        Person grace = person("Grace").opens("warm");
        grace.isWelcomedByName();
        grace.sees("Already there: Ada.");
        long greeted = grace.timesSaid("hello");

        grace.button("Join").click();

        Media.flowsTo(grace, 1);
        assertThat(ada.tileOf("Grace")).isVisible();
        assertThat(grace.timesSaid("hello")).isEqualTo(greeted);
        grace.button("Leave").click();
        grace.sees("Already there: Ada.");
        grace.textBox("Your name").fill("Grace Hopper");
        grace.button("Join").click();
        assertThat(ada.tileOf("Grace Hopper")).isVisible();
        Media.flowsTo(ada, 1);
        assertThat(grace.timesSaid("hello")).isGreaterThan(greeted);
    }
}
