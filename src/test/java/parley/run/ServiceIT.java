package parley.run;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import parley.container.Caller;
import parley.container.FreePort;
import parley.container.Server;

/** Parley as systemd starts and stops it. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "systemd is Linux's own")
@EnabledIfSystemProperty(
        named = "tested.server",
        matches = "payara-micro",
        disabledReason = "the unit starts Payara Micro")
class ServiceIT {

    @TempDir
    private Path folder;

    @Test
    void systemd_understands_every_line_of_the_unit() throws IOException {
        Path unit = Files.writeString(
                folder.resolve("parley.service"), Unit.in(folder).toString());
        String verified = Program.run("systemd-analyze", "systemd", "verify", "--man=no", unit);
        assertThat(verified.lines().filter(line -> line.contains("parley.service")))
                .isEmpty();
    }

    @Test
    void it_serves_as_the_unit_says_to_this_computer_alone_and_has_taken_leave_before_systemd_loses_patience()
            throws Exception {
        int http = FreePort.next();
        int https = FreePort.next();
        Path config = Path.of("payara-config", "pre-boot.txt").toAbsolutePath();
        Path kept = Files.writeString(
                folder.resolve("pre-boot.txt"), Files.readString(config) + Deploying.line("set configs.") + '\n');
        Unit unit = Unit.in(folder).with("--port 8080", "--port " + http).with(config.toString(), kept);
        try (RunningParley parley =
                RunningParley.by(unit.command(), http, https, folder).ready()) {
            URI page = URI.create("http://localhost:" + parley.http() + "/parley/");
            assertThat(parley.said()).contains(page.toString()).doesNotContain("Exception", "https://");
            assertThat(folder.resolve("key")).isNotEmptyFile();
            assertThat(metricsFor("::1", page)).as("whom the proxy names").isEqualTo(200);
            assertThat(metricsFor("192.0.2.7", page)).isEqualTo(403);
            assertThatThrownBy(() -> new Socket("127.0.0.2", parley.http()).close())
                    .as("from another address")
                    .isInstanceOf(ConnectException.class);
            Caller ada = Caller.join(new Server(page.toURL()), "Ada", "standup");

            parley.process().destroy();

            assertThat(ada.expect("bye").getString("reason")).isEqualTo("draining");
            assertThat(parley.process().waitFor(unit.number("TimeoutStopSec"), SECONDS))
                    .as("ended")
                    .isTrue();
            assertThat(parley.process().exitValue()).isEqualTo(unit.number("SuccessExitStatus"));
        }
    }

    @Test
    void a_used_port_ends_it_as_a_failure_with_a_sentence_in_the_journal() throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            int port = other.getLocalPort();
            Unit unit = Unit.in(folder).with("--port 8080", "--port " + port);
            try (RunningParley parley = RunningParley.by(unit.command(), port, 0, folder)) {
                assertThat(parley.process().waitFor(20, SECONDS)).as("ended").isTrue();
                assertThat(parley.process().exitValue()).isNotIn(0, unit.number("SuccessExitStatus"));
                assertThat(unit.value("Restart")).isEqualTo("on-failure");
                assertThat(parley.said())
                        .contains("Parley does not start: Port " + port + " for http is in use by another program")
                        .doesNotContain("Exception");
            }
        }
    }

    private static int metricsFor(String client, URI page) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(page.resolve("metrics"))
                .header("X-Forwarded-For", client)
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
