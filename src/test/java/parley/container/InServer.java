package parley.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test from outside of a server, which has to leave nothing behind. */
@ExtendWith(ArquillianExtension.class)
abstract class InServer {

    static NothingLeft nothingLeft;

    private final List<Socket> sockets = new ArrayList<>();

    @ArquillianResource
    private URL url;

    Server server;

    @Deployment(testable = false)
    static WebArchive war() {
        return Server.war();
    }

    @BeforeEach
    void find() {
        server = new Server(url);
        if (nothingLeft == null) {
            nothingLeft = new NothingLeft(server);
        }
    }

    @AfterEach
    void everythingIsGoneWhenEverybodyIs() {
        sockets.forEach(Socket::leave);
        nothingLeft.check(patience());
    }

    @AfterAll
    static void everyClassHasAServerOfItsOwn() {
        nothingLeft = null;
    }

    @AfterAll
    static void nothingWasWorthAWarning() {
        assertThat(Log.complaints()).isEmpty();
    }

    /** How long a server may take to forget those who are gone. */
    Duration patience() {
        return Duration.ofSeconds(5);
    }

    Caller connected() {
        return closedAfterwards(Caller.connect(server));
    }

    Caller greeted(String name) {
        return closedAfterwards(Caller.greet(server, name));
    }

    Caller joined(String name, String room) {
        return closedAfterwards(Caller.join(server, name, room));
    }

    <T extends Socket> T closedAfterwards(T socket) {
        sockets.add(socket);
        return socket;
    }
}
