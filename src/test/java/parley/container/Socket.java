package parley.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A WebSocket that keeps what it hears until a test asks for it. */
public class Socket implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final AtomicInteger pings = new AtomicInteger();
    private final WebSocket webSocket;
    private volatile String closeReason;

    /**
     * Connects, or throws a {@link CompletionException} that tells what was answered instead.
     *
     * @param origin the Origin header, or null for none
     * @param protocol the subprotocol to offer, or null for none
     */
    public Socket(URI uri, String origin, String protocol) {
        this(uri, origin, protocol, Map.of());
    }

    Socket(URI uri, String origin, String protocol, Map<String, String> headers) {
        this(Server.HTTP, uri, origin, protocol, headers);
    }

    Socket(HttpClient client, URI uri, String origin, String protocol, Map<String, String> headers) {
        WebSocket.Builder builder = client.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(PATIENCE_SECONDS));
        headers.forEach(builder::header);
        if (origin != null) {
            builder.header("Origin", origin);
        }
        if (protocol != null) {
            builder.subprotocols(protocol);
        }
        webSocket = connected(builder.buildAsync(uri, new Ear()));
    }

    private static WebSocket connected(CompletableFuture<WebSocket> handshake) {
        try {
            return handshake.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                HttpResponse<?> answer = refused.getResponse();
                throw new CompletionException(
                        answer.statusCode() + " " + answer.headers().map(), refused);
            }
            throw e;
        }
    }

    /** Sends a text frame. */
    public void say(String text) {
        webSocket.sendText(text, true).join();
    }

    void sayBinary(byte... bytes) {
        webSocket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    void pong() {
        webSocket.sendPong(ByteBuffer.allocate(0)).join();
    }

    void sayInParts(List<String> parts) {
        for (int i = 0; i < parts.size(); i++) {
            webSocket.sendText(parts.get(i), i == parts.size() - 1).join();
        }
    }

    /** The next frame, once it has come. */
    public String next() {
        return next(PATIENCE_SECONDS);
    }

    String next(long patienceSeconds) {
        try {
            String frame = heard.poll(patienceSeconds, TimeUnit.SECONDS);
            assertThat(frame).as("the next frame").isNotNull();
            return frame;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The frames that have come and that nobody has asked for. */
    List<String> unheard() {
        return List.copyOf(heard);
    }

    /** Lets go of what has come and nobody has asked for. */
    void forget() {
        heard.clear();
    }

    /** Whether it has been closed. */
    public boolean isClosed() {
        return closed.isDone();
    }

    /** The code it was closed with, once it was. */
    public int closeCode() {
        return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Which of two sockets is closed first; waits for that. */
    boolean isClosedBefore(Socket other) {
        return CompletableFuture.anyOf(closed.thenApply(code -> this), other.closed.thenApply(code -> other))
                        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .join()
                == this;
    }

    /** How often the server has asked whether anybody is there; answered each time. */
    int pings() {
        return pings.get();
    }

    /** The words that came with the code. */
    String closeReason() {
        closeCode();
        return closeReason;
    }

    /** Ends the connection without a close frame, as a crash or a lost network does. */
    public void abort() {
        webSocket.abort();
    }

    /** Closes as a page does whose user leaves the call. */
    void leave() {
        close(1000);
    }

    /** Closes as a page does that is left, which may be to load it again. */
    @Override
    public void close() {
        close(1001);
    }

    void close(int code) {
        // The server may have been first.
        webSocket.sendClose(code, "over").exceptionally(e -> webSocket).join();
    }

    private final class Ear implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                heard.add(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
            pings.incrementAndGet();
            return WebSocket.Listener.super.onPing(socket, message);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closeReason = reason;
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.completeExceptionally(error);
        }
    }
}
