package parley.browser;

import java.net.URI;
import org.junit.jupiter.api.extension.ExtendWith;

/** The built WAR in the server of all browser tests, and people at its page. */
@ExtendWith(SharedServer.class)
abstract class DeployedTest extends BrowserTest {

    @Override
    String address() {
        return SharedServer.page().toString();
    }

    /** The page at another name of this computer. */
    String addressAt(String host) {
        URI page = SharedServer.page();
        return "http://" + host + ":" + page.getPort() + page.getPath();
    }
}
