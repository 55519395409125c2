package parley.container;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Hands WebSocket connections through to a server on this computer, one frame at a time, and cuts them where it was
 * told to. The two heads of a handshake count as frames: number 0 of each direction is that of the first connection.
 */
final class CuttingProxy implements AutoCloseable {

    /** Which way a frame goes. */
    enum Direction {
        TO_SERVER,
        TO_CLIENT
    }

    /** How much of the frame gets through before the cut. */
    enum Share {
        ALL,
        HALF
    }

    /** What both sides see of the cut. */
    enum Manner {
        /** The connection is reset. */
        RESET,
        /** The connection is closed in good order by TCP, but not by WebSocket. */
        FIN
    }

    /**
     * Where to cut.
     *
     * @param first the number of the first frame with which it is cut
     * @param every after how many more it is cut again; 0 for once
     */
    record Cut(Direction direction, int first, int every, Share share, Manner manner) {

        private boolean hits(Direction way, int number) {
            return way == direction
                    && (number == first || every > 0 && number > first && (number - first) % every == 0);
        }
    }

    private static final ExecutorService PUMPS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "cutting proxy");
        thread.setDaemon(true);
        return thread;
    });

    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
    private final AtomicIntegerArray frames = new AtomicIntegerArray(Direction.values().length);
    private final AtomicInteger cuts = new AtomicInteger();
    private final int serverPort;
    private final Cut cut;
    private volatile boolean calm;

    /** A proxy that cuts, or never cuts if there is no cut given. */
    CuttingProxy(int serverPort, Cut cut) throws IOException {
        this.serverPort = serverPort;
        this.cut = cut;
        PUMPS.execute(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** How many frames went, or began to go, that way. */
    int frames(Direction direction) {
        return frames.get(direction.ordinal());
    }

    /** How many connections were cut. */
    int cuts() {
        return cuts.get();
    }

    /** Cuts no more. */
    void calm() {
        calm = true;
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (true) {
            try {
                Socket client = entrance.accept();
                Link link = new Link(client, new Socket("localhost", serverPort));
                PUMPS.execute(() -> link.pump(Direction.TO_SERVER));
                PUMPS.execute(() -> link.pump(Direction.TO_CLIENT));
            } catch (IOException e) {
                return;
            }
        }
    }

    /** One connection. */
    private final class Link {

        private final Socket client;
        private final Socket server;
        private volatile boolean severed;

        Link(Socket client, Socket server) throws IOException {
            this.client = client;
            this.server = server;
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        }

        void pump(Direction direction) {
            Socket from = direction == Direction.TO_SERVER ? client : server;
            Socket to = direction == Direction.TO_SERVER ? server : client;
            try {
                DataInputStream in = new DataInputStream(from.getInputStream());
                byte[] frame = Frames.head(in);
                while (pass(direction, frame, to.getOutputStream())) {
                    frame = Frames.next(in);
                }
            } catch (IOException e) {
                end(from);
            }
        }

        private boolean pass(Direction direction, byte[] frame, OutputStream out) throws IOException {
            int number = frames.getAndIncrement(direction.ordinal());
            boolean last = cut != null && !calm && cut.hits(direction, number);
            out.write(frame, 0, last && cut.share() == Share.HALF ? frame.length / 2 : frame.length);
            if (last) {
                sever();
                throw new IOException("cut");
            }
            return true;
        }

        private void sever() {
            severed = true;
            cuts.incrementAndGet();
            for (Socket socket : new Socket[] {client, server}) {
                try {
                    if (cut.manner() == Manner.RESET) {
                        socket.setSoLinger(true, 0);
                        socket.close();
                    } else {
                        socket.shutdownOutput();
                    }
                } catch (IOException e) {
                    // Its end was first.
                }
            }
        }

        private void end(Socket from) {
            try {
                if (severed && !from.isClosed()) {
                    // Closing with bytes unread would be a reset.
                    from.getInputStream().transferTo(OutputStream.nullOutputStream());
                    from.close();
                } else {
                    client.close();
                    server.close();
                }
            } catch (IOException e) {
                // It is at its end either way.
            }
        }
    }
}
