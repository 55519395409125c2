import { digest } from './digest.js';
import { Delivery } from './delivery.js';

/** A file that is offered to those in the room. */
export class OutgoingFile {
  /** To whom it was offered. @type {Map<string, Delivery>} */
  deliveries = new Map();

  /** When it was offered, in milliseconds since 1970. */
  at = Date.now();

  #sha256;

  /**
   * @param {number} id
   * @param {File} file
   * @param {Iterable<import('../remote.js').Remote>} remotes
   */
  constructor(id, file, remotes) {
    this.id = id;
    this.file = file;
    for (const remote of remotes) {
      this.deliveries.set(remote.id, new Delivery(remote));
    }
  }

  get name() {
    return this.file.name;
  }

  /** In bytes. */
  get size() {
    return this.file.size;
  }

  get over() {
    return [...this.deliveries.values()].every(({ over }) => over);
  }

  /** @returns {Promise<string>} in hex, made when it is first needed */
  sha256() {
    if (!this.#sha256) {
      this.#sha256 = digest(this.file);
      // Who waits for it hears of that; nobody else has to.
      this.#sha256.catch(() => {});
    }
    return this.#sha256;
  }
}
