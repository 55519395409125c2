package parley.run;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mvn package payara-micro:start} promises, on the process that it starts. */
class RunCommandIT {

    private static final String PAGE = "/";

    @TempDir
    private Path folder;

    private int http;
    private int https;
    private Process process;

    @BeforeEach
    void twoFreePorts() throws IOException {
        try (ServerSocket one = new ServerSocket(0);
                ServerSocket two = new ServerSocket(0)) {
            http = one.getLocalPort();
            https = two.getLocalPort();
        }
    }

    @AfterEach
    void leaveNothingRunning() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor(20, SECONDS);
        }
    }

    @Test
    void it_says_where_to_click_serves_there_and_frees_the_ports_when_it_is_stopped() throws Exception {
        start();
        await().atMost(Duration.ofMinutes(2)).until(() -> said().contains("Ctrl-C stops it"));
        assertThat(said())
                .contains("http://localhost:" + http + '/')
                .doesNotContain("Exception", "has expired", "\u001b[");

        HttpClient client =
                HttpClient.newBuilder().sslContext(trustingOnlyOurs()).build();
        assertThat(status(client, "http://localhost:" + http + PAGE)).isEqualTo(200);
        for (String host : names()) {
            assertThat(status(client, "https://" + host + ':' + https + PAGE))
                    .as(host)
                    .isEqualTo(200);
        }

        process.destroy();
        assertThat(process.waitFor(20, SECONDS)).as("ended").isTrue();
        for (int port : List.of(http, https)) {
            assertThatCode(() -> new ServerSocket(port).close())
                    .as("port %d is free", port)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void a_used_port_is_named_in_a_sentence_and_ends_the_process() throws Exception {
        try (ServerSocket other = new ServerSocket(http)) {
            start();
            assertThat(process.waitFor(20, SECONDS)).as("ended").isTrue();
            assertThat(process.exitValue()).isNotZero();
            assertThat(said())
                    .contains("Port " + other.getLocalPort() + " for http is in use")
                    .contains("mvn package payara-micro:start -Dhttp.port=")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void the_launcher_opens_the_same_parts_of_java_as_the_server_itself() throws IOException {
        assertThat(opened(launcher())).isEqualTo(opened(launcher().resolveSibling("payara-micro.jar")));
    }

    @Test
    void the_war_does_not_carry_the_launcher() throws IOException {
        try (JarFile war = new JarFile(System.getProperty("parley.war"))) {
            assertThat(war.stream())
                    .isNotEmpty()
                    .noneMatch(entry -> entry.getName().contains("launcher"));
        }
    }

    private void start() throws IOException {
        Path config = Path.of("payara-config").toAbsolutePath();
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.util.logging.config.file=" + config.resolve("logging.properties"),
                        "-Dparley.certificate=" + keyStore(),
                        "-jar",
                        launcher().toString(),
                        "--deploy",
                        System.getProperty("parley.war"),
                        "--contextroot",
                        "/",
                        "--nocluster",
                        "--disablephonehome",
                        "--prebootcommandfile",
                        config.resolve("pre-boot.txt").toString(),
                        "--port",
                        String.valueOf(http),
                        "--sslport",
                        String.valueOf(https))
                .redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
    }

    private String said() throws IOException {
        return Files.readString(output());
    }

    private Path output() {
        return folder.resolve("output.txt");
    }

    private Path keyStore() {
        return folder.resolve("certificate.p12");
    }

    private static Path launcher() {
        return Path.of(System.getProperty("parley.launcher"));
    }

    private static List<String> opened(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Attributes manifest = file.getManifest().getMainAttributes();
            return List.of(manifest.getValue("Add-Exports"), manifest.getValue("Add-Opens"));
        }
    }

    private SSLContext trustingOnlyOurs() throws Exception {
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore())) {
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
