import { grade, loses } from './grade.js';
import { figures } from './stats.js';
import { Steady } from './steady.js';

/** How many figures are kept, in number: two minutes of them. */
const HISTORY = 60;

/**
 * Less energy than this in a second is no sound, not even that of a quiet room: of nothing, decoders make sound that is one
 * step of 16 bits high.
 */
const SILENCE = 1.5 * (1 / 32_767) ** 2;

/** What the statistics tell of the connection to one remote peer, sweep after sweep. */
export class Reading {
  /** @type {import('./stats.js').Figures[]} oldest first */
  history = [];

  #connection;
  #report;
  #video = false;
  #poor = new Steady(2, 3);
  #losing = new Steady(2, 3);
  #frozen = new Steady(1, 1);
  #unheard = new Steady(5, 1);

  /** @param {import('../remote.js').Remote} remote */
  constructor(remote) {
    this.remote = remote;
  }

  /** @returns {import('./stats.js').Figures|undefined} the latest, while there is a connection */
  get figures() {
    return this.#report && this.history.at(-1);
  }

  /** @returns {'good'|'fair'|'poor'|undefined} undefined before anything is known */
  get grade() {
    return this.poor ? 'poor' : this.figures && grade(this.figures);
  }

  /** Whether the connection has been poor for a while. */
  get poor() {
    return this.#poor.holds;
  }

  /** Whether so many packets have been lost for a while that it is heard. */
  get losing() {
    return this.#losing.holds;
  }

  /** Whether a picture ought to come and does not. */
  get frozen() {
    return this.#frozen.holds;
  }

  /** Whether nothing at all has been heard for a while, though they are not muted. */
  get unheard() {
    return this.#unheard.holds;
  }

  /** Looks at the statistics once more. */
  async read() {
    const { connection, state } = this.remote;
    if (connection !== this.#connection) {
      this.#connection = connection;
      this.#report = undefined;
    }
    if (connection.state !== 'connected') {
      this.#forget();
      return;
    }
    const report = await connection.stats();
    const latest = figures(report, this.#report, connection.faces);
    this.#report = report;
    if (latest.seconds > 0) {
      this.history = [...this.history, latest].slice(-HISTORY);
      this.#judge(latest, state);
    }
    this.#video = state.video;
  }

  #judge(latest, { audio, video }) {
    this.#poor.see(grade(latest) === 'poor');
    this.#losing.see(loses(latest));
    // All the time: a camera that has just been turned on needs a moment.
    this.#frozen.see(video && this.#video && latest.framesIn === 0);
    this.#unheard.see(audio && latest.energyIn < SILENCE * latest.seconds);
  }

  /** What is said of a connection that is down is said elsewhere. */
  #forget() {
    this.#report = undefined;
    [this.#poor, this.#losing, this.#frozen, this.#unheard].forEach((condition) => condition.reset());
  }
}
