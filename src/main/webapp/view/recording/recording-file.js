import { claimFolder, ownFolder } from '../../call/files/folder.js';

/** The name of a file with room and time in it, without what some system does not take in a name. */
export function fileName(room, now, extension) {
  const two = (number) => String(number).padStart(2, '0');
  const date = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  const name = `Parley ${room} ${date} ${two(now.getHours())}.${two(now.getMinutes())}`;
  return `${name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-')}.${extension}`;
}

/** A recording as it grows: on disk where the browser has a place for that, or else in memory. */
export class RecordingFile {
  #worker;
  #type;
  #name = `recording-${Date.now()}`;
  #onDisk;
  #parts = [];
  #answers = [];

  /**
   * @param {Worker} worker a recording-worker
   * @param {string} type the media type
   */
  constructor(worker, type) {
    this.#worker = worker;
    this.#type = type;
    worker.addEventListener('message', ({ data }) => data !== 'tick' && this.#answers.shift()?.(data));
    this.#onDisk = this.#open();
  }

  /**
   * @param {Blob} part what comes next
   * @throws {Error} if there is no room for it
   */
  async write(part) {
    if (await this.#onDisk) {
      const bytes = await part.arrayBuffer();
      await this.#ask({ write: bytes }, [bytes]);
    } else {
      this.#parts.push(part);
    }
  }

  /** @returns {Promise<Blob>} the whole, which is read from the disk only as it is needed */
  async close() {
    if (!(await this.#onDisk)) {
      return new Blob(this.#parts, { type: this.#type });
    }
    await this.#ask({ close: true });
    const file = await (await (await ownFolder()).getFileHandle(this.#name)).getFile();
    return new Blob([file], { type: this.#type });
  }

  async #open() {
    const folder = await claimFolder();
    return (
      folder !== undefined &&
      this.#ask({ open: [...folder, this.#name] }).then(
        () => true,
        () => false,
      )
    );
  }

  #ask(request, transfer = []) {
    return new Promise((resolve, reject) => {
      this.#answers.push((answer) => (answer === true ? resolve() : reject(new Error(answer))));
      this.#worker.postMessage(request, transfer);
    });
  }
}
