import { Failure } from './failure.js';
import { claimFolder, ownFolder } from './folder.js';

/** The most that is kept in memory where there is no disk for it, in bytes. */
export const MOST_IN_MEMORY = 268_435_456;

/** How long a browser may take to copy what is being saved until we remove ours, in milliseconds. */
export const COPYING = 600_000;

let files = 0;

/** Where one file is put that comes in pieces: on disk, or in memory where the browser gives none. */
export class Store {
  /** Called with how many bytes more have been stored. */
  onwritten = () => {};

  /** Called with the {@link import('./failure.js').Problem} when nothing more will be. */
  onproblem = () => {};

  #worker = new Worker(new URL('../../worker/store.js', import.meta.url));
  #asked = new Map();
  #name;

  /** @type {Promise<object>|undefined} */
  #finished;

  /**
   * @param {number} [size] of the file, in bytes; of one that grows nobody knows it
   * @returns {Promise<Store>}
   * @throws {Failure} `too-large`, `no-space` or `storage`
   */
  static async open(size = 0) {
    const folder = await claimFolder();
    if (folder && (await hasSpace(size))) {
      const store = new Store();
      try {
        store.#name = `${++files}`;
        await store.#ask({ task: 'open', path: folder, name: store.#name, disk: true });
        return store;
      } catch {
        // Not in a private window, say.
        store.#worker.terminate();
      }
    } else if (folder) {
      throw new Failure('no-space');
    }
    if (size > MOST_IN_MEMORY) {
      throw new Failure('too-large');
    }
    const store = new Store();
    await store.#ask({ task: 'open', disk: false });
    return store;
  }

  constructor() {
    this.#worker.onmessage = ({ data }) => this.#heard(data);
    this.#worker.onerror = () => this.#heard({ task: 'open', problem: 'storage' });
  }

  /** @param {ArrayBuffer} piece which is no longer ours then */
  append(piece) {
    this.#worker.postMessage({ task: 'append', piece }, [piece]);
  }

  /**
   * @returns {Promise<{sha256: string, file: Blob}>} all of it
   * @throws {Failure} which `onproblem` is told, too
   */
  finish() {
    this.#finished = this.#ask({ task: 'finish' });
    this.#finished.then(
      () => this.#worker.terminate(),
      () => {},
    );
    return this.#finished;
  }

  /** Removes what was stored. */
  async discard() {
    try {
      if (!(await this.#finished?.catch(() => undefined))) {
        // It has the file open.
        await this.#ask({ task: 'discard' });
      } else if (this.#name) {
        await (await ownFolder()).removeEntry(this.#name);
      }
    } catch {
      // What is left is swept away the next time.
    }
    this.#worker.terminate();
  }

  #ask(message) {
    this.#worker.postMessage(message);
    return new Promise((resolve, reject) => this.#asked.set(message.task, { resolve, reject }));
  }

  #heard({ task, problem, ...answer }) {
    if (problem) {
      this.#asked.get(task)?.reject(new Failure(problem));
      this.onproblem(problem);
    } else if (task === 'append') {
      this.onwritten(answer.written);
    } else {
      this.#asked.get(task).resolve(answer);
    }
  }
}

async function hasSpace(size) {
  const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
  return size <= quota - usage;
}
