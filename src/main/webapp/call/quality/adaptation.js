import { allot } from './budget.js';
import { CameraSize } from '../media/camera-size.js';

/** How long a computer has to cope until it is given more to do again, in milliseconds. */
const CALM = 30_000;

/** How far a computer can be relieved. */
const MOST_RELIEF = 3;

/**
 * Fits what is sent to what may be sent in all, to the number of others, to a shared screen, to what the computer can do,
 * and to the wish of either side to save bandwidth. Whoever wishes so says it to the others by `send-less`, for only they
 * can send less.
 *
 * Events: `change` with every change of the targets.
 */
export class Adaptation extends EventTarget {
  /** @type {import('./budget.js').Targets|undefined} what most of the others get */
  targets;

  #call;
  #cameraSize;
  #low;
  #sharing = false;
  #relief = 0;
  #calm;
  #sparing = new Set();
  #situation;
  #less;

  /** @type {WeakMap<import('../connection/peer-connection.js').PeerConnection, import('./budget.js').Targets>} */
  #told = new WeakMap();

  /**
   * @param {import('../call.js').Call} call
   * @param {import('../media/local-media.js').LocalMedia} media
   * @param {boolean} low whether to save bandwidth
   */
  constructor(call, media, low) {
    super();
    this.#call = call;
    this.#low = low;
    this.#cameraSize = new CameraSize(media, () => this.#resized());
    call.addEventListener('change', this.#fit);
    // Should they come back they say so again, unless they have thought better of it.
    call.addEventListener('went', ({ detail: { id } }) => this.#sparing.delete(id));
    call.data.addEventListener('met', ({ detail: { id } }) => this.#low && this.#wish((it) => call.data.sayTo(id, it)));
    call.data.addEventListener('send-less', ({ detail: { from, message } }) => this.#wished(from.id, message));
  }

  /** Whether to save bandwidth, on the way out and in. */
  get low() {
    return this.#low;
  }

  set low(low) {
    this.#low = low;
    this.#fit();
    this.#wish((it) => this.#call.data.say(it));
  }

  /** @param {boolean} sharing whether a screen is sent as well */
  set sharing(sharing) {
    this.#sharing = sharing;
    this.#fit();
  }

  /** The computer does not keep up: gives it less to do, for a while at least. */
  relieve() {
    this.#setRelief(Math.min(this.#relief + 1, MOST_RELIEF));
  }

  end() {
    clearTimeout(this.#calm);
    this.#call.removeEventListener('change', this.#fit);
    this.#cameraSize.end();
  }

  #setRelief(relief) {
    this.#relief = relief;
    clearTimeout(this.#calm);
    if (relief > 0) {
      // Twice as long with each degree: who has been in trouble often will be again.
      this.#calm = setTimeout(() => this.#setRelief(relief - 1), CALM * 2 ** relief);
    }
    this.#fit();
  }

  #fit = () => {
    const remotes = [...this.#call.remotes];
    const situation = {
      others: remotes.length,
      sparing: remotes.filter(({ id }) => this.#sparing.has(id)).length,
      sharing: this.#sharing,
      low: this.#low,
      relief: this.#relief,
      cores: navigator.hardwareConcurrency,
      uplink: this.#call.uplink,
    };
    const another = JSON.stringify(situation) !== this.#situation;
    if (another) {
      this.#situation = JSON.stringify(situation);
      const { full, less } = allot(situation);
      this.targets = full;
      this.#less = less;
    }
    remotes.forEach((remote) => this.#tell(remote));
    if (another) {
      this.#cameraSize.follow(this.targets.camera);
      this.dispatchEvent(new Event('change'));
    }
  };

  #tell({ id, connection }) {
    const targets = this.#sparing.has(id) ? this.#less : this.targets;
    if (this.#told.get(connection) !== targets) {
      this.#told.set(connection, targets);
      connection.targets = targets;
    }
  }

  #resized() {
    for (const { connection } of this.#call.remotes) {
      connection.adapt();
    }
  }

  #wish(say) {
    say({ type: 'send-less', less: this.#low });
  }

  #wished(id, { less }) {
    if (typeof less !== 'boolean') {
      console.warn('a wish that is none was ignored');
      return;
    }
    this.#sparing[less ? 'add' : 'delete'](id);
    this.#fit();
  }
}
