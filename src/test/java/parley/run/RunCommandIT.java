package parley.run;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mvn package payara-micro:start} promises, on the process that it starts. */
@EnabledIfSystemProperty(
        named = "tested.server",
        matches = "payara-micro",
        disabledReason = "the run command starts Payara Micro")
class RunCommandIT {

    @TempDir
    private Path folder;

    @Test
    void it_says_where_to_click_serves_there_is_in_no_cluster_and_frees_the_ports_when_it_is_stopped()
            throws Exception {
        try (RunningParley parley = RunningParley.in(folder).ready()) {
            assertThat(parley.said())
                    .contains("http://localhost:" + parley.http() + '/')
                    .doesNotContain("Exception", "has expired", "\u001b[");

            HttpClient client = HttpClient.newBuilder()
                    .sslContext(trustingOnly(parley.keyStore()))
                    .build();
            assertThat(status(client, "http://localhost:" + parley.http() + "/"))
                    .isEqualTo(200);
            for (String host : names()) {
                assertThat(status(client, "https://" + host + ':' + parley.https() + "/"))
                        .as(host)
                        .isEqualTo(200);
            }

            assertThat(threads(parley.process())).contains("http-thread-pool").doesNotContain("\"hz.");

            parley.process().destroy();
            assertThat(parley.process().waitFor(20, SECONDS)).as("ended").isTrue();
            for (int port : List.of(parley.http(), parley.https())) {
                assertThatCode(() -> new ServerSocket(port).close())
                        .as("port %d is free", port)
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void a_used_port_is_named_in_a_sentence_and_ends_the_process() throws Exception {
        try (ServerSocket other = new ServerSocket(0);
                RunningParley parley = RunningParley.on(other.getLocalPort(), folder)) {
            assertThat(parley.process().waitFor(20, SECONDS)).as("ended").isTrue();
            assertThat(parley.process().exitValue()).isNotZero();
            assertThat(parley.said())
                    .contains("Port " + other.getLocalPort() + " for http is in use")
                    .contains("mvn package payara-micro:start -Dhttp.port=")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void a_wrong_setting_is_named_in_the_log_and_ends_the_process() throws Exception {
        try (RunningParley parley = RunningParley.in(folder, "-Dparley.room.capacity=0")) {
            assertThat(parley.process().waitFor(2, MINUTES)).as("ended").isTrue();
            assertThat(parley.process().exitValue()).isEqualTo(1);
            assertThat(parley.said())
                    .contains("parley.room.capacity must be a whole number from 2 to 50, not \"0\"")
                    .contains("Parley does not start: the application could not be deployed, the log above says why");
        }
    }

    @Test
    void the_launcher_opens_the_same_parts_of_java_as_the_server_itself() throws IOException {
        Path launcher = RunningParley.launcher();
        assertThat(opened(launcher)).isEqualTo(opened(launcher.resolveSibling("payara-micro.jar")));
    }

    @Test
    void the_war_does_not_carry_the_launcher() throws IOException {
        try (JarFile war = new JarFile(System.getProperty("parley.war"))) {
            assertThat(war.stream())
                    .isNotEmpty()
                    .noneMatch(entry -> entry.getName().contains("launcher"));
        }
    }

    private static String threads(Process process) throws Exception {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        return Program.run(List.of(jcmd.toString(), String.valueOf(process.pid()), "Thread.print"));
    }

    private static List<String> opened(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Attributes manifest = file.getManifest().getMainAttributes();
            return List.of(manifest.getValue("Add-Exports"), manifest.getValue("Add-Opens"));
        }
    }

    private static SSLContext trustingOnly(Path keyStore) throws Exception {
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            made.load(in, "changeit".toCharArray());
        }
        Certificate certificate = made.getCertificate("s1as");
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("parley", certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** How this computer can be called: the client checks each against the certificate. */
    private static List<String> names() throws IOException {
        List<String> addresses = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLinkLocalAddress())
                .map(InetAddress::getHostAddress)
                .map(address -> address.replaceFirst("%.*", ""))
                .map(address -> address.contains(":") ? '[' + address + ']' : address)
                .toList();
        assertThat(addresses).isNotEmpty();
        return addresses;
    }

    private static int status(HttpClient client, String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(20))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }
}
