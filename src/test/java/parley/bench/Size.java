package parley.bench;

/**
 * How many of everything.
 *
 * @param rounds how often calls, frames and handshakes are measured, each time at every contender in turn
 * @param seconds how long a round of frames or of handshakes takes
 * @param calls how many calls a round has
 * @param warmUp how many frames go before, and a tenth as many calls: until then the JVMs compile what they run
 * @param idle how many connections are kept open that do nothing
 * @param returning how many clients come back at once
 * @param blocks how often a browser is started for each page
 * @param clicks how often a call is then made in it
 * @param starts how often a server is started
 */
record Size(
        int rounds, int seconds, int calls, int warmUp, int idle, int returning, int blocks, int clicks, int starts) {

    private static final Size FULL = new Size(5, 3, 300, 100_000, 10_000, 2_000, 2, 5, 2);
    private static final Size QUICK = new Size(1, 1, 20, 1_000, 200, 100, 1, 1, 1);

    /** All of it, or with {@code -Dbench.quick} just enough to see that the bench works; its figures mean nothing. */
    static Size chosen() {
        return isQuick() ? QUICK : FULL;
    }

    static boolean isQuick() {
        return Boolean.getBoolean("bench.quick");
    }
}
