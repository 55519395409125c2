import { Failure } from './failure.js';
import { PIECE, STEP, WINDOW } from './flow.js';

/** The longest text on the channel of a file, in UTF-16 units. */
const MAX_TEXT = 200;

const SHA256 = /^[0-9a-f]{64}$/;

/** Receives one file over one channel into a store. Event: `taken` when more has been stored. */
export class Download extends EventTarget {
  /** How much has been stored, in bytes. */
  taken = 0;

  #channel;
  #size;
  #store;
  #received = 0;
  #told = 0;
  #finishing = false;
  #settle;

  /**
   * @param {RTCDataChannel} channel that the other side has opened
   * @param {number} size of the file, in bytes, as the other side has told
   * @param {import('./store.js').Store} store
   */
  constructor(channel, size, store) {
    super();
    this.#channel = channel;
    this.#size = size;
    this.#store = store;
    channel.binaryType = 'arraybuffer';
    channel.onmessage = ({ data }) => (typeof data === 'string' ? this.#text(data) : this.#piece(data));
    channel.onclose = () => this.fail('interrupted');
    store.onwritten = (bytes) => this.#written(bytes);
    store.onproblem = (problem) => this.fail(problem);
  }

  /**
   * @returns {Promise<Blob>} the file, which is what was sent
   * @throws {Failure}
   */
  async run() {
    try {
      return await new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
    } finally {
      this.#channel.onmessage = this.#channel.onclose = null;
      // The other side closes it when it has heard the end; this is for one that does not.
      this.#channel.close();
    }
  }

  /** Ends it, unless it has ended. */
  fail(problem) {
    this.#settle.reject(new Failure(problem));
  }

  #piece(piece) {
    this.#received += piece.byteLength;
    const ahead = this.#received - this.taken > WINDOW + PIECE;
    if (piece.byteLength === 0 || this.#received > this.#size || ahead || this.#finishing) {
      this.fail('rules');
    } else {
      this.#store.append(piece);
    }
  }

  #written(bytes) {
    this.taken += bytes;
    if (this.taken - this.#told >= STEP || this.taken === this.#size) {
      this.#told = this.taken;
      this.#say({ taken: this.taken });
      this.dispatchEvent(new Event('taken'));
    }
  }

  async #text(text) {
    const expected = sha256In(text);
    if (!expected || this.#received !== this.#size || this.#finishing) {
      this.fail('rules');
      return;
    }
    this.#finishing = true;
    let stored;
    try {
      stored = await this.#store.finish();
    } catch {
      // It has told us by onproblem.
      return;
    }
    const intact = stored.sha256 === expected;
    this.#say({ intact });
    if (intact) {
      this.#settle.resolve(stored.file);
    } else {
      this.fail('corrupt');
    }
  }

  #say(message) {
    if (this.#channel.readyState === 'open') {
      this.#channel.send(JSON.stringify(message));
    }
  }
}

function sha256In(text) {
  try {
    const { sha256 } = text.length <= MAX_TEXT ? JSON.parse(text) : {};
    return SHA256.test(sha256) ? sha256 : undefined;
  } catch {
    return undefined;
  }
}
