package parley.browser;

/** Two sides of a connection in one page, for scripts that begin with them: {@code a} and {@code b}, each with its data. */
final class TwoSides {

    /**
     * The beginning of an asynchronous function; {@code meet} connects them, {@code until} waits for a condition, at most
     * 20 s.
     */
    static final String SCRIPT = "async () => {" + Until.SCRIPT + """
              const { Data } = await import('./call/data/data.js');
              const { PeerConnection } = await import('./call/connection/peer-connection.js');
              const { Remotes } = await import('./call/remotes.js');

              class Side {
                met = 0;

                constructor(id, other) {
                  this.id = id;
                  this.other = other;
                  this.remotes = new Remotes((to) => {
                    const connection = new PeerConnection({
                      polite: id < other,
                      iceServers: [],
                      local: new MediaStream(),
                      screen: new MediaStream(),
                      send: (message) => queueMicrotask(() => this.to.take(message)),
                    });
                    this.data.use(to, connection.data);
                    return connection;
                  });
                  this.remotes.informed = true;
                  this.data = new Data(this.remotes);
                  this.data.addEventListener('met', () => this.met++);
                }

                get peer() {
                  return { id: this.other, name: `name of ${this.other}`, state: {} };
                }

                /** The connection is given up, and another made. */
                replaceConnection() {
                  const remote = this.remotes.get(this.other);
                  remote.connection.close();
                  remote.returned(this.peer, true);
                }

                take({ type, sdp, candidates }) {
                  const remote = this.remotes.get(this.other);
                  return candidates ? remote.connection.onCandidates(candidates) : remote.onDescription({ type, sdp });
                }
              }

              const a = new Side('a', 'b');
              const b = new Side('b', 'a');
              a.to = b;
              b.to = a;
              const meet = () => {
                b.remotes.came(b.peer);
                a.remotes.joined([a.peer]);
              };
            """;

    private TwoSides() {}
}
