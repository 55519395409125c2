package parley.container;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports that nobody uses, for servers of the tests. */
public final class FreePort {

    /** Systems take the ports of outgoing connections from above these: none comes in between. */
    private static final int LEAST = 16_384;

    private static final int MOST = 32_767;

    /** Where the search goes on, never at the same for two; somewhere else in each process, of which some run at once. */
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(MOST));

    private FreePort() {}

    /** One that is free for TCP and UDP, another one each time. */
    public static int next() {
        for (int tries = LEAST; tries <= MOST; tries++) {
            int port = LEAST + Math.floorMod(NEXT.getAndIncrement(), MOST + 1 - LEAST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port is free");
    }

    private static boolean isFree(int port) {
        try (ServerSocket tcp = new ServerSocket(port);
                DatagramSocket udp = new DatagramSocket(port)) {
            return tcp.isBound() && udp.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
