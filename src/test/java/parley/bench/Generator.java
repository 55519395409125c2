package parley.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** Makes clients, all of them on one thread: whatever they are told, they are told by it, one after the other. */
final class Generator implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 60_000;

    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Meter meter = new Meter();
    private final long thread = threadId();

    /**
     * Connects, as a page of the same origin does.
     *
     * @param subprotocol null for none
     */
    CompletableFuture<Client> connect(URI uri, String subprotocol) {
        Client client = new Client();
        new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(meter, new HttpClientCodec(), new HttpObjectAggregator(8192))
                                .addLast(new WebSocketClientProtocolHandler(protocol(uri, subprotocol)), client);
                    }
                })
                .connect(uri.getHost(), uri.getPort())
                .addListener(connected -> {
                    if (!connected.isSuccess()) {
                        client.fail(connected.cause());
                    }
                });
        return client.open;
    }

    private static WebSocketClientProtocolConfig protocol(URI uri, String subprotocol) {
        HttpHeaders headers = new DefaultHttpHeaders().set(HttpHeaderNames.ORIGIN, "http://" + uri.getAuthority());
        return WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri(uri)
                .subprotocol(subprotocol)
                // A connection that breaks says nothing; Netty would say 1000, as of a page that was left.
                .sendCloseFrame(null)
                .customHeaders(headers)
                .maxFramePayloadLength(1 << 20)
                .handshakeTimeoutMillis(PATIENCE_MILLIS)
                .build();
    }

    /** What all clients have sent and received, in bytes of TCP's payload. */
    long bytes() {
        return meter.bytes.get();
    }

    /** The processor time that the thread of the clients has used. */
    Duration cpu() {
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getThreadCpuTime(thread));
    }

    private long threadId() {
        return loop.submit(() -> Thread.currentThread().getId())
                .syncUninterruptibly()
                .getNow();
    }

    @Override
    public void close() {
        loop.shutdownGracefully().syncUninterruptibly();
    }

    @Sharable
    private static final class Meter extends ChannelDuplexHandler {

        private final AtomicLong bytes = new AtomicLong();

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            count(message);
            context.fireChannelRead(message);
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            count(message);
            context.write(message, promise);
        }

        private void count(Object message) {
            if (message instanceof ByteBuf buffer) {
                bytes.addAndGet(buffer.readableBytes());
            }
        }
    }
}
