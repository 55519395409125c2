import { MicrophoneLevel } from '../media/microphone-level.js';

/** How often to listen, in milliseconds: the getter is cheap, but not free, and syllables are longer. */
const INTERVAL = 150;

/** From which level on somebody is heard, of 1: about 45 decibels below full scale. */
const AUDIBLE = 0.005;

/** The same of our own microphone, on the scale of the level meter. */
const OWN_AUDIBLE = 0.3;

/** How long who has been heard counts as speaking, in milliseconds: one breathes between sentences. */
const HOLD = 1000;

/** How much of a sound's weight is left a sound later. A cough does not make a speaker, nor does a yes in between. */
const DECAY = 0.92;

/** The weight that makes somebody the speaker, and the lead it takes over who is it. */
const ENOUGH = 1.5;
const LEAD = 1.3;

/**
 * Who speaks.
 *
 * Event: `change` when somebody begins or ceases to speak, or somebody else is the speaker.
 */
export class Speakers extends EventTarget {
  /** @type {string|undefined} the id of who speaks, or spoke last: never our own */
  current;

  #remotes;
  #media;
  #own;
  #timer;

  /** By id, ours being '': when they were heard last, and the weight of what was heard. */
  #heard = new Map();
  #speaking = new Set();

  /**
   * @param {import('../remotes.js').Remotes} remotes
   * @param {import('../media/local-media.js').LocalMedia} media
   */
  constructor(remotes, media) {
    super();
    this.#remotes = remotes;
    this.#media = media;
    this.#own = new MicrophoneLevel(media);
    this.#timer = setInterval(() => this.#listen(), INTERVAL);
  }

  /** Whether somebody speaks right now; without an id, ourselves. */
  speaks(id = '') {
    return this.#speaking.has(id);
  }

  end() {
    clearInterval(this.#timer);
    this.#own.rest();
  }

  #listen() {
    const now = performance.now();
    for (const { id, state, connection } of this.#remotes) {
      this.#hear(id, state.audio ? connection.audioLevel : 0, now);
    }
    this.#hear('', this.#media.sends('audio') && this.#own.value > OWN_AUDIBLE ? 1 : 0, now);
    this.#settle(now);
  }

  #hear(id, level, now) {
    const { last = -Infinity, weight = 0 } = this.#heard.get(id) ?? {};
    const audible = level > AUDIBLE;
    this.#heard.set(id, { last: audible ? now : last, weight: weight * DECAY + (audible ? 0.5 + level : 0) });
  }

  #settle(now) {
    const there = new Set(['', ...[...this.#remotes].map(({ id }) => id)]);
    [...this.#heard.keys()].filter((id) => !there.has(id)).forEach((id) => this.#heard.delete(id));
    const speaking = new Set([...this.#heard].filter(([, { last }]) => now - last < HOLD).map(([id]) => id));
    const current = this.#pick(there);
    const same = speaking.size === this.#speaking.size && [...speaking].every((id) => this.#speaking.has(id));
    if (!same || current !== this.current) {
      this.#speaking = speaking;
      this.current = current;
      this.dispatchEvent(new Event('change'));
    }
  }

  #pick(there) {
    const weightOf = (id) => this.#heard.get(id)?.weight ?? 0;
    const present = there.has(this.current) ? this.current : undefined;
    const best = [...there].filter(Boolean).reduce((one, other) => (weightOf(other) > weightOf(one) ? other : one), present);
    const enough = best !== undefined && weightOf(best) > Math.max(ENOUGH, LEAD * weightOf(present));
    return enough ? best : present;
  }
}
