package parley.bench;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import java.io.EOFException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One end of a WebSocket. It hears on the generator's thread. */
final class Client extends SimpleChannelInboundHandler<TextWebSocketFrame> {

    /** Completed when the handshake is. */
    final CompletableFuture<Client> open = new CompletableFuture<>();

    /** Completed when the connection is no more. */
    final CompletableFuture<Void> closed = new CompletableFuture<>();

    /** What others call it. */
    String id;

    /** What proves that it is that. */
    String secret;

    /** How many frames it has heard that count for Parley's resume. */
    int received;

    private final Deque<String> unheard = new ArrayDeque<>();
    private Consumer<String> ear = unheard::add;
    private ChannelHandlerContext context;

    /** Sends a text frame. */
    void say(String text) {
        context.writeAndFlush(new TextWebSocketFrame(text), context.voidPromise());
    }

    /** The next frame with this in it; those before it are let go. */
    CompletableFuture<String> hears(String part) {
        CompletableFuture<String> heard = new CompletableFuture<>();
        closed.thenRun(() -> heard.completeExceptionally(new EOFException("closed before it heard " + part)));
        listen(text -> {
            if (text.contains(part)) {
                ear = unheard::add;
                heard.complete(text);
            }
        });
        return heard;
    }

    /** Gives all frames to somebody from now on, those first that nobody has heard. */
    void listen(Consumer<String> ear) {
        this.ear = ear;
        while (this.ear == ear && !unheard.isEmpty()) {
            ear.accept(unheard.remove());
        }
    }

    /** Closes as a page does that leaves. */
    CompletableFuture<Void> close() {
        context.writeAndFlush(new CloseWebSocketFrame(1000, "left"));
        return closed;
    }

    /** Breaks off, as a lost network does. */
    CompletableFuture<Void> reset() {
        context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        context.channel().close();
        return closed;
    }

    void fail(Throwable cause) {
        open.completeExceptionally(cause);
        closed.complete(null);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        this.context = context;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
        ear.accept(frame.text());
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
            open.complete(this);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        fail(new EOFException("closed"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        fail(cause);
        context.close();
    }
}
