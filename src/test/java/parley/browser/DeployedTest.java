package parley.browser;

import java.io.File;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** The built WAR in a server, and people at its page. */
@ExtendWith(ArquillianExtension.class)
abstract class DeployedTest extends BrowserTest {

    @ArquillianResource
    private URL deployed;

    @Deployment(testable = false)
    static WebArchive war() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("parley.war")));
    }

    @Override
    String address() {
        // Not the address that Payara advertises: without TLS browsers trust localhost alone with a camera.
        return addressAt("localhost");
    }

    String addressAt(String host) {
        return "http://" + host + ":" + deployed.getPort() + deployed.getPath();
    }
}
