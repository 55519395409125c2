import { Meter } from './meter.js';
import { Upload } from './upload.js';

const OVER = ['delivered', 'declined', 'withdrawn', 'failed'];

/**
 * A file of ours on its way to one of the others.
 *
 * Events: `change`; `progress` when more has arrived.
 */
export class Delivery extends EventTarget {
  /**
   * `waiting` is accepted, but others go first.
   *
   * @type {'offered'|'waiting'|'sending'|'delivered'|'declined'|'withdrawn'|'failed'}
   */
  state = 'offered';

  /** Why it has failed. @type {import('./failure.js').Problem|undefined} */
  problem;

  #upload;
  #meter;

  /** @param {import('../remote.js').Remote} to */
  constructor(to) {
    super();
    this.to = to;
  }

  /** How much has arrived, in bytes. */
  get done() {
    return this.#upload?.taken ?? 0;
  }

  /** Bytes per second. */
  get speed() {
    return this.#meter?.speed ?? 0;
  }

  get over() {
    return OVER.includes(this.state);
  }

  /** The other has accepted it, perhaps again, after a failure. */
  accept() {
    if (this.state === 'offered' || this.state === 'failed') {
      this.#upload = undefined;
      this.#become('waiting');
    }
  }

  /**
   * @param {import('./outgoing-file.js').OutgoingFile} outgoing
   * @param {{channel: RTCDataChannel, longest: number}|undefined} opened
   */
  async send(outgoing, opened) {
    if (!opened) {
      this.end('failed', 'interrupted');
      return;
    }
    const upload = (this.#upload = new Upload(outgoing.file, opened));
    const meter = (this.#meter = new Meter());
    upload.addEventListener('taken', () => {
      meter.mark(upload.taken);
      this.dispatchEvent(new Event('progress'));
    });
    this.#become('sending');
    // One that waits for the file's hash hears of its end late, when another try may have begun.
    const end = (...outcome) => this.#upload === upload && this.end(...outcome);
    try {
      await upload.run(outgoing.sha256());
      end('delivered');
    } catch (error) {
      end('failed', error.problem ?? 'interrupted');
    }
  }

  /**
   * It comes to nothing more, or has arrived.
   *
   * @param {'delivered'|'declined'|'withdrawn'|'failed'} state
   * @param {import('./failure.js').Problem} [problem]
   */
  end(state, problem) {
    // That the channel was closed is seen before the other has said why.
    if (!this.over || this.problem === 'interrupted') {
      this.#become(state, problem);
      this.#upload?.fail(problem ?? 'interrupted');
    }
  }

  #become(state, problem) {
    this.state = state;
    this.problem = problem;
    this.dispatchEvent(new Event('change'));
  }
}
