package parley.message;

/**
 * Somebody in a room as the others see them; one connection, or several one after the other.
 *
 * @param id unguessable and public
 * @param name what its user calls themselves; nobody vouches for it
 * @param state what it sends at the moment
 */
public record Peer(String id, String name, State state) {

    /** The same peer with another state. */
    public Peer with(State state) {
        return new Peer(id, name, state);
    }

    /**
     * What a peer sends at the moment.
     *
     * @param audio its microphone is on
     * @param video its camera is on
     * @param screen it shares its screen
     * @param hand it asks to speak
     */
    public record State(boolean audio, boolean video, boolean screen, boolean hand) {
        /**
         * A peer that has not said otherwise: microphone and camera on. Clients rely on it and say nothing when it
         * holds, which saves a frame for every pair of peers.
         */
        public static final State INITIAL = new State(true, true, false, false);
    }
}
