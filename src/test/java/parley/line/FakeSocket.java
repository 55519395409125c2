package parley.line;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A container's session as far as a {@link Line} uses it: notes what is sent and calls back when told to. */
public class FakeSocket {

    private final List<String> frames = new CopyOnWriteArrayList<>();
    private final List<CloseReason> closes = new CopyOnWriteArrayList<>();
    private final BlockingQueue<SendHandler> waiting = new LinkedBlockingQueue<>();
    private final AtomicInteger pings = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();
    private final Set<Integer> depths = ConcurrentHashMap.newKeySet();
    private final AtomicLong idleTimeout = new AtomicLong(30_000);
    private final boolean takesAll;
    private Principal visitor;
    private Consumer<String> witness = frame -> {};

    private FakeSocket(boolean takesAll) {
        this.takesAll = takesAll;
    }

    /** A socket that takes every frame at once, calling back before {@code sendText} returns. */
    public static FakeSocket prompt() {
        return new FakeSocket(true);
    }

    /** A socket that takes a frame when {@link #take()} is called. */
    public static FakeSocket slow() {
        return new FakeSocket(false);
    }

    /** A socket whose container throws instead of calling back. */
    static FakeSocket refusing() {
        return new FakeSocket(true) {
            @Override
            void send(String frame, SendHandler handler) {
                throw new IllegalStateException("TEXT_FULL_WRITING");
            }
        };
    }

    /** The same, opened by this visitor. */
    public FakeSocket of(Principal visitor) {
        this.visitor = visitor;
        return this;
    }

    /** The same; this is called with every frame before it is sent. */
    public FakeSocket before(Consumer<String> witness) {
        this.witness = witness;
        return this;
    }

    /** The session to hand out. */
    public Session session() {
        return session("");
    }

    /** The session to hand out, of this subprotocol. */
    public Session session(String subprotocol) {
        RemoteEndpoint.Async remote = fake(RemoteEndpoint.Async.class, (proxy, method, arguments) -> {
            if (method.getName().equals("sendPing")) {
                pings.incrementAndGet();
            } else if (arguments.length == 1) {
                frames.add((String) arguments[0]);
                return CompletableFuture.completedFuture(null);
            } else {
                send((String) arguments[0], (SendHandler) arguments[1]);
            }
            return null;
        });
        return fake(Session.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getAsyncRemote" -> remote;
            case "getUserPrincipal" -> visitor;
            case "getNegotiatedSubprotocol" -> subprotocol;
            case "close" -> closes.add((CloseReason) arguments[0]) ? null : proxy;
            case "setMaxTextMessageBufferSize", "setMaxBinaryMessageBufferSize" -> null;
            case "getMaxIdleTimeout" -> idleTimeout.get();
            case "setMaxIdleTimeout" -> {
                idleTimeout.set((long) arguments[0]);
                yield null;
            }
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    /** What was handed to the socket so far. */
    public List<String> frames() {
        return frames;
    }

    long idleTimeout() {
        return idleTimeout.get();
    }

    int pings() {
        return pings.get();
    }

    /** The codes it was closed with. */
    public List<Integer> closeCodes() {
        return closes.stream().map(reason -> reason.getCloseCode().getCode()).toList();
    }

    /** How deep the stack was whenever a frame was sent. */
    Set<Integer> depths() {
        return depths;
    }

    int mostInFlight() {
        return mostInFlight.get();
    }

    /** Takes the frame in flight, once there is one. */
    void take() throws InterruptedException {
        answer(new SendResult());
    }

    /** Fails the frame in flight, once there is one. */
    void fail() throws InterruptedException {
        answer(new SendResult(new IllegalStateException("broken pipe")));
    }

    private void answer(SendResult result) throws InterruptedException {
        SendHandler handler = waiting.poll(10, TimeUnit.SECONDS);
        if (handler == null) {
            throw new AssertionError("no frame in flight");
        }
        inFlight.decrementAndGet();
        handler.onResult(result);
    }

    void send(String frame, SendHandler handler) {
        witness.accept(frame);
        mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        frames.add(frame);
        depths.add(Thread.currentThread().getStackTrace().length);
        if (takesAll) {
            inFlight.decrementAndGet();
            handler.onResult(new SendResult());
        } else {
            waiting.add(handler);
        }
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
