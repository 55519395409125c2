package parley.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import parley.browser.FirstPicture;

/** The pages of the others, served as they would be. */
final class Pages implements AutoCloseable {

    private final HttpServer server;

    Pages(Npm npm, Running tutorial) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/peerjs.html", "text/html", Files.readAllBytes(Path.of("src", "test", "bench", "peerjs.html")));
        serve("/peerjs.min.js", "text/javascript", Files.readAllBytes(npm.file("peerjs/dist/peerjs.min.js")));
        serve("/tutorial.html", "text/html", tutorial(tutorial).getBytes(StandardCharsets.UTF_8));
        server.start();
    }

    FirstPicture tutorial() {
        return FirstPicture.between(address(), "tutorial.html?type=answer", "tutorial.html?type=offer");
    }

    FirstPicture peerJs(Running peerServer) {
        String page = "peerjs.html?port=" + peerServer.port();
        return FirstPicture.between(address(), page + "&me=ada&other=grace", page + "&me=grace&other=ada");
    }

    private String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    /** The tutorial's page, but that it calls by a click and not as it is opened. */
    private static String tutorial(Running server) {
        try (InputStream page = FirstPicture.class.getResourceAsStream("tutorial.html")) {
            String text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
            String called = "if (role === 'offer') offer()";
            if (!text.contains(called)) {
                throw new IllegalStateException("The tutorial's page calls in another way than it did");
            }
            return text.replace("ws://localhost:8080", server.webSocket("/").toString())
                    .replace(called, "document.querySelector('button').onclick = offer")
                    .replace("<script>", "<button>Call</button>\n<script>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(String path, String type, byte[] content) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
