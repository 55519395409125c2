/*
 * Takes in a file that comes in pieces: on disk in the origin's private file system, in memory where there is none.
 *
 *   {task: 'open', path: [folder…], name, disk}  answered by {opened: true}
 *   {task: 'append', piece: ArrayBuffer}         answered by {written}, in bytes of this piece
 *   {task: 'finish'}                             answered by {sha256, file}, in hex and as a Blob
 *   {task: 'discard'}                            answered by {discarded: true}
 *
 * What fails is answered by {problem}: `no-space` or `storage`. Each answer repeats the task.
 */
importScripts('../lib/sha256.min.js');

/** The pieces in memory are put together when they are so many bytes: a browser may move large ones to its disk. */
const TOGETHER = 4_194_304;

/** On disk, in a file of its own. */
class OnDisk {
  #folder;
  #handle;
  #access;
  #size = 0;

  static async open(path, name) {
    const store = new OnDisk();
    let folder = await navigator.storage.getDirectory();
    for (const step of path) {
      folder = await folder.getDirectoryHandle(step, { create: true });
    }
    store.#folder = folder;
    store.#handle = await folder.getFileHandle(name, { create: true });
    store.#access = await store.#handle.createSyncAccessHandle();
    store.#access.truncate(0);
    return store;
  }

  append(bytes) {
    for (let at = 0; at < bytes.length; ) {
      const written = this.#access.write(bytes.subarray(at), { at: this.#size });
      if (written === 0) {
        throw new DOMException('nothing was written', 'QuotaExceededError');
      }
      at += written;
      this.#size += written;
    }
  }

  async file() {
    this.#access.flush();
    this.#access.close();
    return this.#handle.getFile();
  }

  async discard() {
    this.#access.close();
    await this.#folder.removeEntry(this.#handle.name);
  }
}

/** In memory. */
class InMemory {
  #blobs = [];
  #pieces = [];
  #size = 0;

  append(bytes) {
    this.#pieces.push(bytes);
    this.#size += bytes.length;
    if (this.#size >= TOGETHER) {
      this.#putTogether();
    }
  }

  file() {
    this.#putTogether();
    return new Blob(this.#blobs);
  }

  discard() {
    this.#blobs = this.#pieces = [];
  }

  #putTogether() {
    this.#blobs.push(new Blob(this.#pieces));
    this.#pieces = [];
    this.#size = 0;
  }
}

const hash = sha256.create();
let store;

const TASKS = {
  async open({ path, name, disk }) {
    store = disk ? await OnDisk.open(path, name) : new InMemory();
    return { opened: true };
  },
  append({ piece }) {
    const bytes = new Uint8Array(piece);
    store.append(bytes);
    hash.update(bytes);
    return { written: bytes.length };
  },
  async finish() {
    // As nothing in particular, or a page that somebody sends would open here with all that we may do.
    const file = await store.file();
    return { sha256: hash.hex(), file: file.slice(0, file.size, 'application/octet-stream') };
  },
  async discard() {
    await store?.discard();
    return { discarded: true };
  },
};

/** One after the other, though some of it takes a while. */
let turn = Promise.resolve();

self.onmessage = ({ data: { task, ...options } }) => {
  turn = turn
    .then(() => TASKS[task](options))
    .catch(({ name }) => ({ problem: name === 'QuotaExceededError' ? 'no-space' : 'storage' }))
    .then((answer) => self.postMessage({ task, ...answer }));
};
