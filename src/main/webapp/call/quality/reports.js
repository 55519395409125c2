/** How long the server is told nothing after a report, in milliseconds. */
const PAUSE = 60_000;

/** What the server takes, in milliseconds. */
const MOST = { setup: 600_000, rtt: 60_000 };

/**
 * Tells the server how the call is, for its metrics: at the first picture of somebody who was there before us, and else once
 * a minute at most. Looks at what the sweep over the statistics has found, and has no work of its own.
 */
export class Reports {
  #call;
  #quality;
  #send;
  #began = performance.now();
  #awaitsPicture = false;
  #sent = -Infinity;
  #failed;

  /** Connections that were up once, and those that are down of which that is known. */
  #connected = new WeakSet();
  #lost = new WeakSet();

  /**
   * To be made when somebody joins.
   *
   * @param {import('../call.js').Call} call
   * @param {import('./quality.js').Quality} quality
   * @param {(report: object) => void} send
   */
  constructor(call, quality, send) {
    this.#call = call;
    this.#quality = quality;
    this.#send = send;
    // Who waits alone for somebody to come does not wait for the call.
    const awaited = () => (this.#awaitsPicture = [...call.remotes].some(({ state }) => state.video));
    call.addEventListener('joined', awaited, { once: true });
    quality.addEventListener('change', () => this.#look());
  }

  #look() {
    const remotes = [...this.#call.remotes];
    remotes.forEach((remote) => this.#watch(remote));
    const figures = remotes.map(({ id }) => this.#quality.of(id)?.figures).filter(Boolean);
    const setup = this.#setup(figures);
    const due = performance.now() - this.#sent >= PAUSE && (figures.length > 0 || this.#failed);
    if (setup !== undefined || due) {
      this.#sent = performance.now();
      this.#send({ type: 'report', setup, rtt: rtt(figures), loss: loss(figures), failed: this.#failed });
      this.#failed = undefined;
    }
  }

  /** How long it took until there was a picture; once. */
  #setup(figures) {
    const pictured = figures.filter(({ framesIn }) => framesIn > 0).map((it) => it.pictured ?? NaN);
    if (!this.#awaitsPicture || pictured.length === 0) {
      return undefined;
    }
    this.#awaitsPicture = false;
    return within(MOST.setup, Math.round(performance.now() - this.#began - Math.max(...pictured)));
  }

  #watch({ connection, away }) {
    const { state } = connection;
    if (state === 'connected') {
      this.#connected.add(connection);
      this.#lost.delete(connection);
    } else if (this.#isLost(connection) && !this.#lost.has(connection)) {
      this.#lost.add(connection);
      // Of somebody whom the server has lost as well, it is the computer or its network that is gone.
      if (!away) {
        this.#failed ??= this.#connected.has(connection) ? 'disconnected' : 'checking';
      }
    }
  }

  #isLost(connection) {
    return connection.state === 'failed' || (connection.state === 'disconnected' && this.#connected.has(connection));
  }
}

/** The longest way there is, in milliseconds. */
function rtt(figures) {
  return within(MOST.rtt, Math.round(Math.max(...figures.map((it) => it.rtt ?? -1))));
}

/** The part of the packets that is lost where most are. */
function loss(figures) {
  return within(1, Math.max(...figures.map(({ lossUp = -1, lossDown = -1 }) => Math.max(lossUp, lossDown))));
}

/** The number, if it is one that can be told. */
function within(most, number) {
  return number >= 0 && number <= most ? Number(number.toFixed(4)) : undefined;
}
