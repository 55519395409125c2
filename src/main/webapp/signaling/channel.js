import { SUBPROTOCOL, worthARetry } from './protocol.js';

/** Before the n-th try in a row to connect, in milliseconds; the last holds for all further ones. */
const BACKOFF = [0, 300, 1000, 2000, 5000, 10000];

/**
 * The signalling socket: says hello whenever it (re)connects, keeps itself heard, and comes back when it breaks.
 *
 * Every message of the server is an event of the message's type whose `detail` is the message. Besides:
 * `down` when the connection broke and another try is under way, `refused` when the server wants no further try.
 */
export class Channel extends EventTarget {
  #url;
  #hello;
  #socket;
  #tries = 0;
  #retry;
  #heartbeat;
  #received = 0;

  /**
   * @param {string|URL} url relative URLs are taken from the page
   * @param {{name?: string}} hello
   */
  constructor(url, hello) {
    super();
    this.#url = new URL(url, location.href);
    this.#url.protocol = this.#url.protocol.replace('http', 'ws');
    this.#hello = hello;
  }

  /**
   * Connects, saying hello and then `first` in the same flight: none of them waits for an answer. A later connection
   * says the same again.
   *
   * @param {...object} first
   */
  open(...first) {
    const socket = new WebSocket(this.#url, SUBPROTOCOL);
    this.#socket = socket;
    this.#received = 0;
    socket.onopen = () => {
      this.send({ type: 'hello', ...this.#hello });
      first.forEach((message) => this.send(message));
    };
    socket.onmessage = ({ data }) => this.#take(JSON.parse(data));
    socket.onclose = ({ code }) => this.#lost(code, first);
  }

  /** Sends a message if there is a connection; without one it is lost, as whatever it was about is. */
  send(message) {
    if (this.#socket?.readyState === WebSocket.OPEN) {
      this.#socket.send(JSON.stringify(message));
    }
  }

  close() {
    clearTimeout(this.#retry);
    clearInterval(this.#heartbeat);
    if (this.#socket) {
      this.#socket.onclose = null;
      this.#socket.onmessage = null;
      // With a reason: without one, Payara cannot tell it from a connection that broke.
      this.#socket.close(1000, 'left');
    }
  }

  #take(message) {
    if (message.type === 'welcome') {
      this.#tries = 0;
      clearInterval(this.#heartbeat);
      this.#heartbeat = setInterval(
        () => this.send({ type: 'ping', received: this.#received }),
        message.heartbeat * 1000,
      );
    } else if (message.type !== 'pong') {
      this.#received++;
    }
    this.dispatchEvent(new CustomEvent(message.type, { detail: message }));
  }

  #lost(code, first) {
    clearInterval(this.#heartbeat);
    if (!worthARetry(code)) {
      this.dispatchEvent(new CustomEvent('refused', { detail: { code } }));
      return;
    }
    this.dispatchEvent(new CustomEvent('down', { detail: { code } }));
    const longest = BACKOFF[Math.min(this.#tries++, BACKOFF.length - 1)];
    // Jitter, so that a building does not return to a restarted server all at once.
    this.#retry = setTimeout(() => this.open(...first), longest * (0.5 + Math.random() / 2));
  }
}
