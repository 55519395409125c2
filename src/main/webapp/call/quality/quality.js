import { Reading } from './reading.js';
import { Steady } from './steady.js';

/** How often to look, in milliseconds. */
const INTERVAL = 2000;

/** The part of all cores that may be busy with encoding: more leaves too little for all else. */
const ENCODING_MOST = 0.4;

/** Less energy than this within a sweep is no sound, not even that of a quiet room. */
const SILENCE = 1e-9;

/**
 * What is wrong: `losing` packets or `busy`, or a microphone that is `silent`, on this side; or a remote peer whose
 * connection is `weak` or of whom nothing is heard, `unheard`.
 *
 * @typedef {{code: 'losing'|'busy'|'silent'|'weak'|'unheard', remote?: import('../remote.js').Remote}} Warning
 */

/**
 * How the connections of a call are, by one sweep over the browser's statistics of all of them.
 *
 * Events: `change` after every sweep; `busy` when the computer does not keep up.
 */
export class Quality extends EventTarget {
  #remotes;
  #media;
  #timer;
  #sweeping = false;

  /** @type {Map<string, Reading>} */
  #readings = new Map();
  /** Only when nothing more can be done about it. */
  #busy = new Steady(10, 5);
  #overloaded = new Steady(2, 1);
  #silent = new Steady(5, 1);

  /**
   * @param {import('../remotes.js').Remotes} remotes
   * @param {import('../media/local-media.js').LocalMedia} media
   */
  constructor(remotes, media) {
    super();
    this.#remotes = remotes;
    this.#media = media;
    this.#timer = setInterval(() => this.#sweep(), INTERVAL);
  }

  /** @returns {Reading|undefined} what is known of the connection to this peer */
  of(id) {
    return this.#readings.get(id);
  }

  /** @returns {Warning[]} the most important first */
  get warnings() {
    const connected = [...this.#remotes].filter(({ id }) => this.of(id)?.figures);
    const having = (property) => connected.filter(({ id }) => this.of(id)[property]);
    const losing = having('losing').length;
    // What all have in common is this side. Of two, nobody can tell whose it is.
    const ours = losing > 1 && losing > connected.length / 2;
    return [
      ...(this.#silent.holds ? [{ code: 'silent' }] : []),
      ...having('unheard').map((remote) => ({ code: 'unheard', remote })),
      ...(ours ? [{ code: 'losing' }] : []),
      ...(this.#busy.holds ? [{ code: 'busy' }] : []),
      ...(ours ? [] : having('poor').map((remote) => ({ code: 'weak', remote }))),
    ];
  }

  end() {
    clearInterval(this.#timer);
  }

  async #sweep() {
    if (this.#sweeping) {
      return;
    }
    this.#sweeping = true;
    const remotes = [...this.#remotes];
    this.#readings = new Map(remotes.map((remote) => [remote.id, this.#reading(remote)]));
    // A connection may be closed meanwhile.
    await Promise.allSettled([...this.#readings.values()].map((reading) => reading.read()));
    this.#sweeping = false;
    this.#judge();
    this.dispatchEvent(new Event('change'));
  }

  #reading(remote) {
    const known = this.of(remote.id);
    // Who has gone and come back is another.
    return known?.remote === remote ? known : new Reading(remote);
  }

  #judge() {
    const latest = [...this.#readings.values()].map(({ figures }) => figures).filter(Boolean);
    const encoding = latest.reduce((sum, it) => sum + (it.encoding ?? 0), 0);
    const busy = latest.some(({ limitation }) => limitation === 'cpu') || encoding > ENCODING_MOST * navigator.hardwareConcurrency;
    this.#busy.see(busy);
    if (this.#overloaded.see(busy)) {
      this.#overloaded.reset();
      this.dispatchEvent(new Event('busy'));
    }
    const speaking = this.#media.sends('audio') && latest.length > 0;
    this.#silent.see(speaking && latest.every(({ energyOut }) => energyOut < SILENCE));
  }
}
