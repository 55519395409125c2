import { Level } from './level.js';

/** How often to listen, in milliseconds. */
const INTERVAL = 100;

/** From which level on it may be speech. */
const AUDIBLE = 0.45;

/** How much of it makes sure that somebody speaks, in milliseconds: a cough or a key does not. */
const SPEECH = 500;

/** How long it is worth saying, and after that not again, in milliseconds. */
const SHOWN = 5000;
const PAUSE = 20_000;

/**
 * Notices when somebody speaks who is muted. A muted track is silent, so this listens to a copy of it that stays on,
 * in this page alone: the copy is part of no connection, and it is there only while muted. (The microphone itself stays
 * open while muted anyhow, and the browser shows that.)
 *
 * Event: `change` when it has become, or is no longer, worth saying.
 */
export class MutedSpeech extends EventTarget {
  noticed = false;

  #media;
  #track;
  #copy;
  #level;
  #timer;
  #heard = 0;
  #quietUntil = 0;

  /** @param {import('./local-media.js').LocalMedia} media */
  constructor(media) {
    super();
    this.#media = media;
    media.addEventListener('change', this.#follow);
    this.#follow();
  }

  end() {
    this.#media.removeEventListener('change', this.#follow);
    this.#still();
  }

  #follow = () => {
    const [track] = this.#media.stream.getAudioTracks();
    const muted = track && !track.enabled ? track : undefined;
    if (muted !== this.#track) {
      this.#still();
      this.#track = muted;
      if (muted) {
        this.#listen(muted);
      }
    }
  };

  #listen(track) {
    this.#copy = track.clone();
    this.#copy.enabled = true;
    this.#level = new Level(this.#copy);
    this.#timer = setInterval(() => this.#hear(), INTERVAL);
  }

  #still() {
    clearInterval(this.#timer);
    this.#level?.close();
    this.#copy?.stop();
    this.#track = this.#copy = this.#level = undefined;
    this.#heard = 0;
    this.#notice(false);
  }

  #hear() {
    const now = performance.now();
    // Speech has gaps, so what was heard fades rather than ends.
    this.#heard = this.#level.value >= AUDIBLE ? this.#heard + INTERVAL : Math.max(0, this.#heard - INTERVAL / 2);
    if (this.noticed) {
      this.#notice(now < this.#quietUntil - PAUSE);
    } else if (this.#heard >= SPEECH && now >= this.#quietUntil) {
      this.#quietUntil = now + SHOWN + PAUSE;
      this.#notice(true);
    }
  }

  #notice(noticed) {
    if (this.noticed !== noticed) {
      this.noticed = noticed;
      this.dispatchEvent(new Event('change'));
    }
  }
}
