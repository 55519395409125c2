package parley.browser;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import parley.container.Server;

/** The built WAR in a server, and people at its page. */
@ExtendWith(ArquillianExtension.class)
abstract class DeployedTest extends BrowserTest {

    @ArquillianResource
    private URL deployed;

    @Deployment(testable = false)
    static WebArchive war() {
        return Server.built();
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
