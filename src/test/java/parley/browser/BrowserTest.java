package parley.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** The people of a test, with a browser window each. */
@ExtendWith(Evidence.class)
@Tag("browser")
abstract class BrowserTest {

    /** In milliseconds: enough for a computer that does something else besides. */
    private static final double PATIENCE = 20_000;

    private static Browser browser;

    final List<Person> people = new ArrayList<>();
    final List<Browser> otherBrowsers = new ArrayList<>();

    @BeforeAll
    static void launch() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        browser = Chromium.launch();
    }

    @AfterAll
    static void quit() {
        browser.close();
    }

    /** Nobody's browser talks to anybody but the server it came from. */
    @AfterEach
    void nothing_left_the_origin() {
        assertThat(people)
                .allSatisfy(person -> assertThat(person.requestsToOthers()).isEmpty())
                .allSatisfy(person -> assertThat(person.otherIceServers()).isEmpty());
    }

    /** Nothing that the page does is forbidden to it. */
    @AfterEach
    void nothing_violated_the_policy() {
        assertThat(people).allSatisfy(person -> assertThat(person.violations()).isEmpty());
    }

    /** Where the page is. */
    abstract String address();

    /** A browser with other devices and permissions than the usual one, for this test. */
    Browser anotherBrowser(String... arguments) {
        Browser another = Chromium.launch(arguments);
        otherBrowsers.add(another);
        return another;
    }

    /** Somebody in a window of the usual browser. */
    Person person(String name) {
        return person(name, browser, address());
    }

    /** Somebody in a window of another browser. */
    Person person(String name, Browser browser) {
        return person(name, browser, address());
    }

    /** Somebody whose window is of another size, colour or language. */
    Person person(String name, NewContextOptions window) {
        return person(name, browser, address(), window);
    }

    /** Somebody in a browser of their own, whose profile is on disk. */
    Person personOnDisk(String name, Path profile) {
        BrowserContext browser =
                Chromium.launchOnDisk(profile, "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream");
        return person(name, browser, address());
    }

    /** Somebody who knows the server by another address. */
    Person personAt(String address, String name) {
        return person(name, browser, address);
    }

    private Person person(String name, Browser browser, String address) {
        return person(name, browser, address, new NewContextOptions());
    }

    private Person person(String name, Browser browser, String address, NewContextOptions window) {
        // As who has chosen "Proceed" when the browser warned of a certificate.
        NewContextOptions options = window.setIgnoreHTTPSErrors(true);
        return person(name, browser.newContext(options), address);
    }

    private Person person(String name, BrowserContext windows, String address) {
        Person person = new Person(name, URI.create(address), windows);
        people.add(person);
        return person;
    }
}
