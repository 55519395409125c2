package parley.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** Frames at a fixed rate, between two at a time: each is due at its moment, however late the ones before it are. */
final class Load {

    static final int PER_SECOND = 2_000;
    static final int WARM_UP_PER_SECOND = 5_000;
    private static final int LENGTH = 1_024;

    private final Dialect dialect;
    private final int perSecond;
    private final List<Way> ways = new ArrayList<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private long[] nanos;
    private int heard;

    Load(Dialect dialect, int perSecond) {
        this.dialect = dialect;
        this.perSecond = perSecond;
    }

    /** Lets two send each other frames. On the thread of the clients. */
    void between(Client one, Client other) {
        ways.add(new Way(one, other));
        ways.add(new Way(other, one));
    }

    /** Sends so many, and waits until all are there; how long they took from when they were due, in ns, sorted. */
    long[] send(int frames) {
        nanos = new long[frames];
        long start = System.nanoTime();
        for (int i = 0; i < frames; i++) {
            long due = start + i * (1_000_000_000L / perSecond);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            ways.get(i % ways.size()).send(due);
        }
        Crowd.settled(over);
        Arrays.sort(nanos);
        return nanos;
    }

    private final class Way {

        private final Client from;
        private final String frame;
        private final Queue<Long> due = new ConcurrentLinkedQueue<>();

        Way(Client from, Client to) {
            this.from = from;
            frame = dialect.frame(LENGTH, to);
            to.listen(text -> hear(to, text));
        }

        void send(long due) {
            this.due.add(due);
            from.say(frame);
        }

        private void hear(Client to, String text) {
            if (dialect.isRelayed(to, text)) {
                nanos[heard++] = System.nanoTime() - due.remove();
                if (heard == nanos.length) {
                    over.complete(null);
                }
            }
        }
    }
}
