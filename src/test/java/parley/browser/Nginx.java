package parley.browser;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import parley.container.FreePort;
import parley.run.MadeCertificate;

/** A real nginx, with the configuration that administrators are given. */
final class Nginx implements AutoCloseable {

    /** What Debian's own nginx.conf does around what it includes, in folders of the test. */
    private static final String AROUND = """
            daemon off;
            %s
            pid nginx.pid;
            error_log stderr;
            events {}
            http {
                access_log off;
                client_body_temp_path body;
                proxy_temp_path proxy;
                fastcgi_temp_path fastcgi;
                uwsgi_temp_path uwsgi;
                scgi_temp_path scgi;
                include parley.conf;
            }
            """;

    private final Process process;
    private final int http;
    private final int https;

    private Nginx(Process process, int http, int https) {
        this.process = process;
        this.http = http;
        this.https = https;
    }

    /**
     * Starts it before a server, and waits until it listens.
     *
     * @param server where the page is without it
     * @param timeout after which it takes a silent connection for a dead one, such as "60s"
     */
    static Nginx start(Path folder, URI server, MadeCertificate certificate, String timeout) throws IOException {
        int http = FreePort.next();
        int https = FreePort.next();
        String given = Files.readString(Path.of("payara-config", "nginx.conf"));
        Files.writeString(
                folder.resolve("parley.conf"),
                replaced(
                        given,
                        Map.of(
                                "listen 80;",
                                "listen " + http + ";",
                                "listen [::]:80;",
                                "",
                                "listen 443 ssl;",
                                "listen " + https + " ssl;",
                                "listen [::]:443 ssl;",
                                "",
                                "meet.example;",
                                "localhost;",
                                "/etc/parley/fullchain.pem",
                                certificate.chain().toString(),
                                "/etc/parley/privkey.pem",
                                certificate.key().toString(),
                                "http://127.0.0.1:8080/parley/",
                                "http://127.0.0.1:" + server.getPort() + server.getPath(),
                                "proxy_read_timeout 60s;",
                                "proxy_read_timeout " + timeout + ";")));
        // As root its workers would be somebody who may not enter the folder of the test.
        String user = "root".equals(System.getProperty("user.name")) ? "user root root;" : "";
        Path main = Files.writeString(folder.resolve("nginx.conf"), AROUND.formatted(user));
        Process process = new ProcessBuilder(List.of(
                        Debian.program("nginx", "nginx").toString(), "-p", folder.toString(), "-c", main.toString()))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(folder.resolve("nginx.txt").toFile()))
                .start();
        Nginx nginx = new Nginx(process, http, https);
        try {
            await().until(() -> nginx.listens(folder.resolve("nginx.txt")));
            return nginx;
        } catch (RuntimeException e) {
            nginx.close();
            throw e;
        }
    }

    /** Where the page is for people. */
    URI page() {
        return URI.create("https://localhost:" + https + "/meet/");
    }

    /** The same where there is no TLS. */
    URI plain() {
        return URI.create("http://localhost:" + http + "/meet/");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean listens(Path said) throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("nginx has ended: " + Files.readString(said));
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), https)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Fails if the configuration has no such text any more. */
    private static String replaced(String text, Map<String, String> others) {
        String result = text;
        for (Map.Entry<String, String> other : others.entrySet()) {
            if (!result.contains(other.getKey())) {
                throw new IllegalStateException("nginx.conf has no " + other.getKey());
            }
            result = result.replace(other.getKey(), other.getValue());
        }
        return result;
    }
}
