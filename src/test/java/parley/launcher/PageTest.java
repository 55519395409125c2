package parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import parley.container.FreePort;

class PageTest {

    @Test
    void it_is_missing_where_the_server_says_so_and_nowhere_else() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/parley/index.html", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            int port = server.getAddress().getPort();
            assertThat(new Page(port, "/parley/").isMissing()).isFalse();
            assertThat(new Page(port, "/other/").isMissing()).isTrue();
            assertThat(new Page(FreePort.next(), "/parley/").isMissing())
                    .as("where nobody listens")
                    .isFalse();
        } finally {
            server.stop(0);
        }
    }
}
