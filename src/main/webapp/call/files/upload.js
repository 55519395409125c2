import { Failure } from './failure.js';
import { PIECE, WINDOW } from './flow.js';

/** How much is read at once, in bytes. */
const SLICE = 1_048_576;

/** How much may wait inside the browser to be sent, in bytes: when there is more, and when we go on. */
const HIGH = 1_048_576;
const LOW = 262_144;

/** Sends one file over one channel, as fast as the other side stores it. Event: `taken` when it has stored more. */
export class Upload extends EventTarget {
  /** How much the other side has stored, in bytes. */
  taken = 0;

  #file;
  #channel;
  #piece;
  #sent = 0;
  #intact;
  #problem;
  #wake = () => {};

  /**
   * @param {File} file
   * @param {{channel: RTCDataChannel, longest: number}} opened for this file, with the longest message it takes in bytes
   */
  constructor(file, { channel, longest }) {
    super();
    this.#file = file;
    this.#channel = channel;
    this.#piece = Math.min(PIECE, longest);
    channel.bufferedAmountLowThreshold = LOW;
    channel.onopen = channel.onbufferedamountlow = () => this.#wake();
    channel.onmessage = ({ data }) => this.#heard(data);
    channel.onclose = () => this.fail('interrupted');
  }

  /**
   * @param {Promise<string>} sha256 of the file, in hex
   * @throws {Failure}
   */
  async run(sha256) {
    try {
      await this.#until(() => this.#channel.readyState === 'open');
      for (let at = 0; at < this.#file.size; at += SLICE) {
        await this.#send(await this.#read(at));
      }
      this.#channel.send(JSON.stringify({ sha256: await sha256 }));
      await this.#until(() => this.#intact !== undefined);
    } catch (error) {
      throw this.#problem ? new Failure(this.#problem) : error;
    } finally {
      this.#channel.onclose = null;
      this.#channel.close();
    }
    if (!this.#intact) {
      throw new Failure('corrupt');
    }
  }

  /** Ends it, unless it has ended. */
  fail(problem) {
    this.#problem ??= problem;
    this.#wake();
  }

  async #read(at) {
    let bytes;
    try {
      bytes = new Uint8Array(await this.#file.slice(at, at + SLICE).arrayBuffer());
    } catch {
      // Changed, moved or unplugged since it was chosen.
      throw new Failure('unreadable');
    }
    return bytes;
  }

  async #send(bytes) {
    for (let at = 0; at < bytes.length; at += this.#piece) {
      await this.#until(() => this.#sent - this.taken < WINDOW && this.#channel.bufferedAmount < HIGH);
      const piece = bytes.subarray(at, at + this.#piece);
      this.#channel.send(piece);
      this.#sent += piece.length;
    }
  }

  async #until(condition) {
    while (!this.#problem && !condition()) {
      await new Promise((resolve) => (this.#wake = resolve));
    }
    if (this.#problem) {
      throw new Failure(this.#problem);
    }
  }

  #heard(data) {
    const { taken, intact } = parsed(data);
    if (Number.isSafeInteger(taken) && taken > this.taken && taken <= this.#sent) {
      this.taken = taken;
      this.dispatchEvent(new Event('taken'));
    } else if (typeof intact === 'boolean') {
      this.#intact = intact;
    } else {
      this.#problem ??= 'rules';
    }
    this.#wake();
  }
}

/** @returns {object} empty if the data is no JSON object */
function parsed(data) {
  try {
    return JSON.parse(data) ?? {};
  } catch {
    return {};
  }
}
