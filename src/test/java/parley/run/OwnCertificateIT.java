package parley.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import parley.browser.Debian;
import parley.container.Caller;
import parley.container.FreePort;
import parley.container.Server;

/** A certificate that an administrator brings. */
@EnabledIfSystemProperty(
        named = "tested.server",
        matches = "payara-micro",
        disabledReason = "the launcher starts Payara Micro")
class OwnCertificateIT {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir
    private Path folder;

    private MadeCertificate certificate;

    @BeforeEach
    void make() {
        certificate = MadeCertificate.in(folder);
    }

    @Test
    void one_in_pem_turned_into_pkcs12_as_is_told_is_shown_and_kept_by_the_run_command() throws Exception {
        Path kept = folder.resolve("certificate.p12");
        turnInto(kept);
        byte[] brought = Files.readAllBytes(kept);

        try (RunningParley parley = RunningParley.in(folder).ready()) {
            assertThatItServes(URI.create("https://localhost:" + parley.https() + "/"));
            assertThat(kept).hasBinaryContent(brought);
        }
    }

    @Test
    void the_file_that_the_option_names_is_shown_and_none_is_made() throws Exception {
        Path brought = folder.resolve("brought.p12");
        turnInto(brought);

        try (RunningParley parley =
                RunningParley.in(folder, "-Djavax.net.ssl.keyStore=" + brought).ready()) {
            assertThatItServes(URI.create("https://localhost:" + parley.https() + "/"));
            assertThat(folder.resolve("certificate.p12")).doesNotExist();
        }
    }

    @Test
    void one_file_with_server_and_application_shows_it_too() throws Exception {
        Path jar = folder.resolve("parley.jar");
        Program.run(Deploying.command(
                "java -jar payara-micro.jar --deploy parley.war --nohazelcast --disablephonehome --outputUberJar",
                "java",
                JAVA,
                "payara-micro.jar",
                System.getProperty("payara.microJar"),
                "parley.war",
                System.getProperty("parley.war"),
                "parley.jar",
                jar));
        int http = FreePort.next();
        int https = FreePort.next();
        List<String> command = new ArrayList<>(
                Deploying.command("java -jar parley.jar", "java", JAVA, "parley.jar", jar, "8080", http));
        command.addAll(
                1,
                List.of(
                        "-Dparley.key.file=" + folder.resolve("parley.key"),
                        "-Djavax.net.ssl.keyStore=" + certificate.keyStore(),
                        "-Djavax.net.ssl.keyStorePassword=" + MadeCertificate.PASSWORD));
        command.addAll(List.of("--sslport", String.valueOf(https), "--sslcert", MadeCertificate.ALIAS));

        try (RunningParley parley = RunningParley.by(new ProcessBuilder(command), http, https, folder)) {
            parley.says(" ready in ");
            assertThatItServes(URI.create("https://localhost:" + parley.https() + "/parley/"));
        }
    }

    /** From PEM into PKCS12, as the documents tell it. */
    private void turnInto(Path keyStore) throws Exception {
        Program.run(Deploying.command(
                "openssl pkcs12",
                "openssl",
                Debian.program("openssl", "openssl"),
                "/etc/parley/fullchain.pem",
                certificate.chain(),
                "/etc/parley/privkey.pem",
                certificate.key(),
                "/etc/parley/certificate.p12",
                keyStore));
    }

    private void assertThatItServes(URI page) {
        HttpClient trusting =
                HttpClient.newBuilder().sslContext(certificate.trusted()).build();
        Server server = new Server(page, trusting);
        assertThat(server.get("index.html").statusCode()).isEqualTo(200);
        try (Caller ada = Caller.join(server, "Ada", "standup");
                Caller bob = Caller.join(server, "Bob", "standup")) {
            assertThat(ada.expect("peer-joined").getJsonObject("peer").getString("id"))
                    .isEqualTo(bob.id());
        }
    }
}
