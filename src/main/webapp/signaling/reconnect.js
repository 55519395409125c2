import { backoff } from './backoff.js';

/** How long a connection has to hold until its end is not taken for the next in a row of failures, in milliseconds. */
const STEADY = 10_000;

/** How long to wait for any answer of the server, in milliseconds. */
const PATIENCE = 4000;

/** The how-manieth try in a row is made without asking first whether there is a server. */
const UNASKED = 20;

/** Finds the moment for the next try to connect. */
export class Reconnect {
  #url;
  #connect;
  #tries = 0;
  #welcomed = Infinity;
  #told;
  #timer;
  #asked;

  /**
   * @param {URL} url what is served beside the signalling
   * @param {() => void} connect
   */
  constructor(url, connect) {
    this.#url = url;
    this.#connect = connect;
  }

  /** There is a connection. */
  welcomed() {
    this.#welcomed = performance.now();
    this.#told = undefined;
  }

  /** The server has said when to come back, in seconds. */
  told(retryAfter) {
    this.#told = retryAfter * 1000;
  }

  /** There is no connection any more, or still none: tries again in a while. */
  later() {
    if (performance.now() - this.#welcomed > STEADY) {
      this.#tries = 0;
    }
    this.#welcomed = Infinity;
    const wait = this.#told ?? backoff(this.#tries);
    this.#told = undefined;
    this.#timer = setTimeout(() => this.#try(), wait);
  }

  /**
   * Tries at once if it is waiting to.
   *
   * @returns {boolean} whether it was
   */
  now() {
    const waiting = this.#timer !== undefined;
    this.cancel();
    if (waiting) {
      this.#tries++;
      this.#connect();
    }
    return waiting;
  }

  cancel() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#asked = undefined;
  }

  async #try() {
    const asked = (this.#asked = {});
    // Now and then unasked, should nothing else be served there.
    const there = this.#tries % UNASKED === 0 || (await answers(this.#url));
    if (this.#asked !== asked) {
      // Somebody could not wait.
      return;
    }
    if (there) {
      this.now();
    } else {
      this.#tries++;
      this.later();
    }
  }
}

/**
 * Whether there is a server, and on it the application. Browsers hold back a WebSocket, for seconds, after a dozen that
 * have failed, but no other request.
 */
async function answers(url) {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const options = { method: 'HEAD', mode: 'no-cors', redirect: 'manual', cache: 'no-store', signal };
    const { status } = await fetch(url, options);
    return status < 500 && status !== 404;
  } catch {
    return false;
  }
}
