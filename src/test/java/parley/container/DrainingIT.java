package parley.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class DrainingIT {

    @ArquillianResource
    private URL url;

    @Deployment(testable = false)
    static WebArchive war() {
        return Server.war();
    }

    @Test
    void a_server_that_takes_leave_is_alive_but_not_ready_and_lets_nobody_in() {
        Server server = new Server(url);
        Caller ada = Caller.join(server, "Ada", "drained");
        assertThat(server.get("health/ready").statusCode()).isEqualTo(200);

        assertThat(server.get("test/stop").body()).isEqualTo("stopped");

        Farewell.assertThatIsToldToComeBack(ada);
        HttpResponse<String> ready = server.get("health/ready");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).isEqualTo("{\"status\":\"DOWN\",\"checks\":[]}");
        assertThat(ready.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(server.get("health/live").statusCode()).isEqualTo(200);
        assertThat(Caller.connect(server).closeCode()).isEqualTo(1001);
    }
}
