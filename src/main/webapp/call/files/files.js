import { Incoming, MOST_OPEN } from './incoming.js';
import { Outgoing } from './outgoing.js';

/** How often progress is told, in milliseconds. */
const PROGRESS = 200;

/**
 * Files from peer to peer: offered to all in the room, and sent to each that accepts.
 *
 * Events: `change`; `offered`, `received` and `failed` with an {@link import('./incoming-file.js').IncomingFile};
 * `delivered` with an {@link import('./outgoing-file.js').OutgoingFile}.
 */
export class Files extends EventTarget {
  /** How many offers have come that were not seen. */
  unread = 0;

  /**
   * Why the last files could not be offered: there is nobody, too many offers are open, or it was a folder.
   *
   * @type {'nobody'|'too-many'|'folder'|undefined}
   */
  refusal;

  #remotes;
  #watched = false;
  #due;

  /** @param {import('../call.js').Call} call */
  constructor({ data, remotes }) {
    super();
    this.#remotes = remotes;
    this.outgoing = new Outgoing(data, remotes);
    this.incoming = new Incoming(data, remotes);
    this.incoming.addEventListener('offered', () => (this.unread += this.#watched ? 0 : 1));
    for (const side of [this.outgoing, this.incoming]) {
      side.addEventListener('change', () => this.#changed());
      side.addEventListener('progress', () => (this.#due ??= setTimeout(() => this.#changed(), PROGRESS)));
      for (const type of ['offered', 'received', 'failed', 'delivered']) {
        side.addEventListener(type, ({ detail }) => this.dispatchEvent(new CustomEvent(type, { detail })));
      }
    }
  }

  /**
   * Offers these to everybody.
   *
   * @param {File[]} files
   * @param {boolean} [folders] whether there were folders among what was chosen, which cannot be sent
   */
  offer(files, folders = false) {
    if (this.#remotes.size === 0) {
      this.refusal = 'nobody';
    } else if (this.outgoing.open + files.length > MOST_OPEN) {
      this.refusal = 'too-many';
    } else {
      this.refusal = folders ? 'folder' : undefined;
      files.forEach((file) => this.outgoing.offer(file));
    }
    this.#changed();
  }

  /** @param {boolean} watched whether what comes is seen at once, from now on */
  watch(watched) {
    this.#watched = watched;
    if (watched) {
      this.unread = 0;
    } else {
      this.refusal = undefined;
    }
    this.#changed();
  }

  /** Nothing more comes, and nothing is kept. */
  end() {
    this.outgoing.end();
    this.incoming.end();
    clearTimeout(this.#due);
  }

  #changed() {
    clearTimeout(this.#due);
    this.#due = undefined;
    this.dispatchEvent(new Event('change'));
  }
}
