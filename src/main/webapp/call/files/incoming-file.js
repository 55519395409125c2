import { Download } from './download.js';
import { Meter } from './meter.js';
import { COPYING, Store } from './store.js';

const OVER = ['received', 'declined', 'withdrawn', 'failed'];

/** After which failures it is worth another try. */
const AGAIN = ['interrupted', 'corrupt', 'no-space', 'storage'];

/**
 * A file that one of the others offers.
 *
 * Events: `change`; `progress` when more has arrived.
 */
export class IncomingFile extends EventTarget {
  /**
   * `accepted` until it begins to come; `declined` also when that was ended by us.
   *
   * @type {'offered'|'accepted'|'receiving'|'received'|'declined'|'withdrawn'|'failed'}
   */
  state = 'offered';

  /** Why it has failed. @type {import('./failure.js').Problem|undefined} */
  problem;

  /** Where it can be had, once it is received. @type {string|undefined} */
  url;

  /** When it was offered, in milliseconds since 1970. */
  at = Date.now();

  /** Whether the person has begun to save it. */
  saved = false;

  #store;
  #download;
  #meter;

  /**
   * @param {import('../remote.js').Remote} from
   * @param {{id: number, name: string, size: number}} offer with a fit name, and the size in bytes
   */
  constructor(from, { id, name, size }) {
    super();
    Object.assign(this, { from, id, name, size });
  }

  /** How much has arrived, in bytes. */
  get done() {
    return this.#download?.taken ?? 0;
  }

  /** Bytes per second. */
  get speed() {
    return this.#meter?.speed ?? 0;
  }

  get over() {
    return OVER.includes(this.state);
  }

  /** Whether it can be accepted, perhaps again. */
  get open() {
    return this.state === 'offered' || (this.state === 'failed' && AGAIN.includes(this.problem));
  }

  /** Whether there is room for it, and it may come. */
  get ready() {
    return this.state === 'accepted' && this.#store !== undefined;
  }

  /** Makes room for it. @returns {Promise<boolean>} whether it may come */
  async prepare() {
    this.#become('accepted');
    try {
      const store = await Store.open(this.size);
      if (this.state === 'accepted') {
        this.#store = store;
        return true;
      }
      store.discard();
    } catch (error) {
      this.end('failed', error.problem ?? 'storage');
    }
    return false;
  }

  /** @param {RTCDataChannel} channel that the other has opened for it */
  async receive(channel) {
    const download = (this.#download = new Download(channel, this.size, this.#store));
    const meter = (this.#meter = new Meter());
    download.addEventListener('taken', () => {
      meter.mark(download.taken);
      this.dispatchEvent(new Event('progress'));
    });
    this.#become('receiving');
    try {
      this.url = URL.createObjectURL(await download.run());
      this.#become('received');
    } catch (error) {
      this.end('failed', error.problem);
    }
  }

  /**
   * It comes to nothing more.
   *
   * @param {'declined'|'withdrawn'|'failed'} state
   * @param {import('./failure.js').Problem} [problem]
   */
  end(state, problem) {
    // That the channel was closed is seen before the other has said why; and no other try helps if it has gone.
    if (!this.over || (this.open && problem !== 'interrupted')) {
      this.#become(state, problem);
      this.#download?.fail('interrupted');
      this.#discard();
    }
  }

  /** Nobody can have it here any more. */
  remove() {
    if (this.url) {
      setTimeout(() => this.#discard(), this.saved ? COPYING : 0);
    } else {
      this.end('declined');
    }
  }

  #discard() {
    URL.revokeObjectURL(this.url);
    this.url = undefined;
    this.#store?.discard();
    this.#store = undefined;
  }

  #become(state, problem) {
    this.state = state;
    this.problem = problem;
    this.dispatchEvent(new Event('change'));
  }
}
