package parley.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.container.Server;
import parley.container.ServerProcess;
import parley.run.MadeCertificate;

/** Where paths lead behind nginx, whatever the server makes of them. */
class ProxiedPathsIT {

    private static ServerProcess running;
    private static Nginx nginx;
    private static Server proxied;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        MadeCertificate certificate = MadeCertificate.in(folder);
        running = ServerProcess.startAt("/parley", folder, "-Dparley.proxies=127.0.0.1");
        nginx = Nginx.start(folder, running.server().page(), certificate, "60s");
        proxied = new Server(
                nginx.page(),
                HttpClient.newBuilder().sslContext(certificate.trusted()).build());
    }

    @AfterAll
    static void stop() {
        nginx.close();
        running.close();
    }

    @Test
    void redirects_lead_to_https_and_stay_below_the_path() throws Exception {
        assertThat(redirect(nginx.page().resolve("/meet"))).isEqualTo(nginx.page());
        assertThat(redirect(nginx.page().resolve("view")))
                .isEqualTo(nginx.page().resolve("view/"));
        assertThat(redirect(nginx.plain())).isEqualTo(URI.create("https://localhost/meet/"));
    }

    @Test
    void the_metrics_stay_inside() throws IOException {
        assertThat(running.server().get("metrics").body()).contains("parley_rooms");

        for (String path : List.of("metrics", "metrics/", "metrics;x=1", "%6detrics", "/meet//metrics")) {
            HttpResponse<String> answer = proxied.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).doesNotContain("parley_rooms");
        }
        assertThat(proxied.get("health/ready").statusCode()).isEqualTo(200);
    }

    private static URI redirect(URI from) throws Exception {
        HttpResponse<Void> answer =
                proxied.client().send(HttpRequest.newBuilder(from).build(), BodyHandlers.discarding());
        assertThat(answer.statusCode()).isBetween(301, 302);
        return from.resolve(answer.headers().firstValue("Location").orElseThrow());
    }
}
