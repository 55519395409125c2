package parley.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.File;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/** The built WAR in a server, and the people of a test with a browser window each. */
@ExtendWith({ArquillianExtension.class, Evidence.class})
abstract class BrowserTest {

    private static Browser browser;

    final List<Person> people = new ArrayList<>();
    final List<Browser> otherBrowsers = new ArrayList<>();

    @ArquillianResource
    URL deployed;

    @Deployment(testable = false)
    static WebArchive war() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("parley.war")));
    }

    @BeforeAll
    static void launch() {
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
                .allSatisfy(person -> assertThat(person.requestsToOthers()).isEmpty());
    }

    /** The address of the page, as this computer reaches it: browsers trust localhost with a camera. */
    String address() {
        return addressAt("localhost");
    }

    String addressAt(String host) {
        return "http://" + host + ":" + deployed.getPort() + deployed.getPath();
    }

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

    /** Somebody who knows the server by another address. */
    Person personAt(String address, String name) {
        return person(name, browser, address);
    }

    private Person person(String name, Browser browser, String address) {
        Person person = new Person(name, URI.create(address), browser.newContext());
        people.add(person);
        return person;
    }
}
