package parley.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A client of {@code parley.v1} that outlives its sockets: it counts what it hears, keeps what it says until the server
 * has confirmed it, and resumes at once when a socket breaks.
 */
final class ResumingCaller implements AutoCloseable {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Server server;
    private final int port;
    private final String name;

    private final List<String> heard = new ArrayList<>();
    private final List<Boolean> resumed = new ArrayList<>();
    private final Deque<String> unconfirmed = new ArrayDeque<>();
    private String id;
    private String secret;
    private String room;
    private RawSocket socket;
    private long received;
    private long confirmed;
    private long pongs;
    private int expected;
    private boolean closed;
    private Throwable failure;

    /** A caller that has said hello, by way of this port. */
    ResumingCaller(Server server, int port, String name) {
        this.server = server;
        this.port = port;
        this.name = name;
        Thread thread = new Thread(this::live, "caller " + name);
        thread.setDaemon(true);
        thread.start();
        await("welcome", () -> socket != null);
    }

    String id() {
        return id;
    }

    /** Every frame that counts, in the order it came. */
    synchronized List<String> heard() {
        return List.copyOf(heard);
    }

    /** What each welcome after the first said. */
    synchronized List<Boolean> resumed() {
        return List.copyOf(resumed);
    }

    void join(String room) {
        synchronized (this) {
            this.room = room;
        }
        tell("{'type':'join','room':'%s'}", room);
    }

    void leave() {
        synchronized (this) {
            room = null;
        }
        tell("{'type':'leave'}");
    }

    /** Sends JSON, written with single quotes, now or as soon as there is a socket. */
    void tell(String json, Object... arguments) {
        say(json.formatted(arguments).replace('\'', '"'));
    }

    synchronized void say(String frame) {
        unconfirmed.add(frame);
        write(frame);
    }

    /** Waits for the next frame that counts, which has to be of this type. */
    String expect(String type) {
        await(type, () -> heard.size() > expected);
        synchronized (this) {
            String frame = heard.get(expected++);
            assertThat(frame).as("what %s hears", name).startsWith("{\"type\":\"" + type + "\"");
            return frame;
        }
    }

    /** Waits until that many frames that count have come. */
    synchronized void awaitHeard(int count) {
        await(count + " frames", () -> heard.size() >= count);
    }

    /** Confirms what it heard and waits until the server has carried out and confirmed what it said. */
    synchronized void settle() {
        RawSocket at = null;
        long before = 0;
        while (at == null || pongs == before) {
            await("a socket", () -> socket != null);
            at = socket;
            before = pongs;
            confirm();
            RawSocket pinged = at;
            long then = before;
            await("pong", () -> pongs > then || socket != pinged);
        }
        assertThat(unconfirmed)
                .as("what %s said and the server has not got", name)
                .isEmpty();
    }

    /** Tells the server how much was heard, if there is a socket. */
    synchronized void confirm() {
        write("{\"type\":\"ping\",\"received\":" + received + "}");
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            try {
                settle();
                write(Frames.close(1000, "over"));
            } finally {
                closed = true;
            }
        }
    }

    private void live() {
        while (!isClosed()) {
            try (RawSocket next = new RawSocket(server, port)) {
                next.say(hello());
                while (true) {
                    hear(next, next.next());
                }
            } catch (IOException e) {
                lose();
            } catch (RuntimeException | AssertionError e) {
                fail(e);
                return;
            }
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized String hello() {
        String resume = secret == null
                ? ""
                : ",'resume':{'peer':'%s','secret':'%s','received':%d}".formatted(id, secret, received);
        return "{'type':'hello','name':'%s'%s}".formatted(name, resume).replace('\'', '"');
    }

    private synchronized void lose() {
        socket = null;
        notifyAll();
    }

    private synchronized void fail(Throwable cause) {
        failure = cause;
        lose();
    }

    private synchronized void hear(RawSocket from, byte[] frame) throws IOException {
        switch (Frames.opcode(frame)) {
            case Frames.TEXT -> hear(from, Frames.textOf(frame));
            case Frames.PING -> from.write(Frames.masked(Frames.FIN | Frames.PONG, Frames.payload(frame)));
            case Frames.CLOSE -> {
                // The server is to end the connection first (RFC 6455, section 7.1.1), and Tyrus means it.
                if (closed) {
                    from.in().transferTo(OutputStream.nullOutputStream());
                }
                throw new IOException("closed with " + Frames.closeCode(frame));
            }
            default -> throw new IllegalStateException("frame of kind " + Frames.opcode(frame));
        }
        notifyAll();
    }

    private void hear(RawSocket from, String text) {
        if (text.startsWith("{\"type\":\"welcome\"")) {
            welcome(from, read(text));
        } else if (text.startsWith("{\"type\":\"pong\"")) {
            pongs++;
            drop(read(text).getJsonNumber("received").longValueExact());
        } else if (!text.startsWith("{\"type\":\"bye\"")) {
            received++;
            heard.add(text);
        }
    }

    private void welcome(RawSocket from, JsonObject welcome) {
        if (secret != null) {
            resumed.add(welcome.getBoolean("resumed"));
        }
        boolean again = welcome.getBoolean("resumed");
        if (again) {
            drop(welcome.getJsonNumber("received").longValueExact());
        } else {
            received = 0;
            confirmed = 0;
            unconfirmed.clear();
        }
        id = welcome.getJsonObject("peer").getString("id");
        secret = welcome.getString("secret");
        socket = from;
        unconfirmed.forEach(this::write);
        if (!again && room != null) {
            tell("{'type':'join','room':'%s'}", room);
        }
    }

    private void drop(long count) {
        while (confirmed < count) {
            unconfirmed.remove();
            confirmed++;
        }
    }

    private void write(String frame) {
        write(Frames.text(frame));
    }

    private void write(byte[] frame) {
        if (socket == null) {
            return;
        }
        try {
            socket.write(frame);
        } catch (IOException e) {
            // Whoever reads notices.
        }
    }

    private synchronized void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(failure).as("what broke %s", name).isNull();
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            assertThat(left)
                    .as("%s waits for %s, having heard %s", name, what, heard)
                    .isPositive();
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static JsonObject read(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }
}
