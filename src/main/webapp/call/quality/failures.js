/** How long nothing of one sort is told again, in milliseconds. */
export const PAUSE = 60_000;

/**
 * How long a failure has to stand until it is told, in milliseconds. When a laptop is closed its connections are gone in
 * seconds, but the server calls it away only after up to 47.
 */
const CERTAIN = { checking: 0, disconnected: 50_000 };

/** How long ICE takes to notice that nothing comes any more, in milliseconds. */
const NOTICED = 10_000;

/**
 * Which connections to others failed, so far as the network between us is to blame: not the other's computer, which the
 * server would have lost as well, and not our own network, by which we would have lost the server.
 *
 * @typedef {'checking'|'disconnected'} Kind a connection that never came about, and one that was there and was lost
 */
export class Failures {
  #call;

  /** @type {{remote: import('../remote.js').Remote, kind: Kind, at: number}[]} what is not told, oldest first */
  #open = [];

  /** @type {Map<Kind, number>} when each was told last */
  #told = new Map();

  /** When the server was last out of reach. */
  #cutOff = -Infinity;

  /** Connections that were up once, and those that are down of which that is known. */
  #connected = new WeakSet();
  #lost = new WeakSet();

  /**
   * @param {import('../call.js').Call} call
   * @param {import('../../signaling/channel.js').Channel} channel
   */
  constructor(call, channel) {
    this.#call = call;
    // Not in the sweep over the statistics: a connection that has failed is restarted in the next turn.
    call.addEventListener('change', () => this.#watch());
    channel.addEventListener('down', () => this.#sift());
  }

  /**
   * Takes what is to be told now, if there is anything: each kind once a minute, however many connections it befell.
   *
   * @returns {Kind|undefined}
   */
  take() {
    this.#sift();
    const now = performance.now();
    const due = ({ kind, at }) => now - at >= CERTAIN[kind] && now - (this.#told.get(kind) ?? -Infinity) >= PAUSE;
    const kind = this.#open.find(due)?.kind;
    if (kind) {
      this.#told.set(kind, now);
      this.#open = this.#open.filter((it) => it.kind !== kind);
    }
    return kind;
  }

  /** @returns {Kind[]} what has to be told now or never, certain or not */
  rest() {
    return [...new Set(this.#open.map(({ kind }) => kind))];
  }

  #watch() {
    for (const remote of this.#call.remotes) {
      const { connection } = remote;
      if (connection.state === 'connected') {
        this.#connected.add(connection);
        this.#lost.delete(connection);
      } else if (this.#isLost(connection) && !this.#lost.has(connection)) {
        this.#lost.add(connection);
        const kind = this.#connected.has(connection) ? 'disconnected' : 'checking';
        this.#open.push({ remote, kind, at: performance.now() });
      }
    }
    this.#sift();
  }

  #isLost(connection) {
    return connection.state === 'failed' || (connection.state === 'disconnected' && this.#connected.has(connection));
  }

  /** Drops those of which it is known by now that the network between us is not to blame, or that do not matter any more. */
  #sift() {
    const { remotes } = this.#call;
    if (!remotes.informed) {
      this.#cutOff = performance.now();
    }
    const there = [...remotes];
    this.#open = this.#open.filter(({ remote, at }) => there.includes(remote) && !remote.away && at - NOTICED > this.#cutOff);
  }
}
