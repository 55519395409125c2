package parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TutorialIT extends DeployedTest {

    /** The page knows one room only, and takes whoever is still in there for somebody to call. */
    @BeforeEach
    void nobodyIsLeftOfTheTestBefore() {
        person("Linus").opens("minimal").sees("Nobody is there yet.");
    }

    @Test
    void the_minimal_page_calls_itself() {
        Person ada = person("Ada").opensPage("minimal.html");
        assertThat(ada.page.getByRole(AriaRole.STATUS)).hasText("Waiting for somebody else…");
        Person grace = person("Grace").opensPage("minimal.html");

        Media.flowsTo(ada, 1);
        Media.flowsTo(grace, 1);
        assertThat(ada.errors()).isEmpty();
        assertThat(grace.errors()).isEmpty();
    }

    @Test
    void the_minimal_page_and_parley_call_each_other() {
        Person ada = person("Ada").joins("minimal");
        Person grace = person("Grace").opensPage("minimal.html");
        Media.flowsTo(ada, 1);
        Media.flowsTo(grace, 1);
        ada.button("Leave").click();
        assertThat(grace.page.getByRole(AriaRole.STATUS)).hasText("Waiting for somebody else…");

        ada.joins("minimal");

        Media.flowsTo(ada, 1);
        Media.flowsTo(grace, 1);
    }

    @Test
    void the_tutorials_page_works_with_nothing_but_its_address_changed() {
        Person answering = person("Ada");
        Person offering = person("Grace");
        for (Person person : new Person[] {answering, offering}) {
            person.page.route("**/tutorial.html?*", this::serve);
            // Chromium does not know from where a page came that no server sent, and suspects the outside.
            person.allows("local-network-access");
        }
        answering.opensPage("tutorial.html?type=answer");
        assertThat(answering.page).hasTitle("connected");
        offering.opensPage("tutorial.html?type=offer");

        Media.flowsTo(answering, 1);
        Media.flowsTo(offering, 1);
        assertThat(answering.errors()).isEmpty();
        assertThat(offering.errors()).isEmpty();
    }

    /** The page as it is but for the one address, as if it lay in the application. */
    private void serve(Route route) {
        try (InputStream page = getClass().getResourceAsStream("tutorial.html")) {
            String text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
            String relay = address().replace("http", "ws") + "relay/tutorial";
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/html")
                    .setBody(text.replace("ws://localhost:8080", relay)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
