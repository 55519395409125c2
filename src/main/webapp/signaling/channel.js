import { Ledger } from './ledger.js';
import { onNetworkChange } from './network.js';
import { LEAVING, worthARetry } from './protocol.js';
import { Reconnect } from './reconnect.js';
import { Socket } from './socket.js';

/**
 * The line to the server: one after another as many sockets as it takes. What is sent arrives once and in order,
 * whichever socket breaks, as long as the server keeps our place; when it no longer does, there is a fresh line, without
 * anything that was still under way on the old one.
 *
 * Every message of the server is an event of the message's type whose `detail` is the message. Besides: `down` when
 * the connection broke and another try is under way, `fresh` after the `welcome` of a fresh line, `refused` when the
 * server wants no further try.
 */
export class Channel extends EventTarget {
  #url;
  #hello;
  #reconnect;
  #ledger = new Ledger();

  /** @type {Socket} */
  #socket;

  /** @type {{peer: string, secret: string}|undefined} what gives us our place back, once the server has welcomed us */
  #claim;

  /** @type {import('./protocol.js').Welcome|undefined} the server's latest */
  welcome;

  /** Whether what is sent goes out at once; otherwise it is kept until the line is resumed. */
  #flowing = false;
  #ignoreNetwork;

  /**
   * @param {string|URL} url relative URLs are taken from the page
   * @param {{name?: string}} hello
   */
  constructor(url, hello) {
    super();
    const http = new URL(url, location.href);
    this.#url = new URL(http);
    this.#url.protocol = http.protocol.replace('http', 'ws');
    this.#hello = hello;
    this.#reconnect = new Reconnect(new URL('.', http), () => this.#connect());
  }

  /** Whether the server hears us now. */
  get up() {
    return this.#socket?.welcomed ?? false;
  }

  /** The name by which the server knows us. */
  get name() {
    return this.#hello.name;
  }

  /**
   * Connects, saying hello and then `first` in the same flight: none of them waits for an answer.
   *
   * @param {...object} first
   */
  open(...first) {
    first.forEach((message) => this.#ledger.keep(message));
    this.#ignoreNetwork = onNetworkChange(() => this.#reconnect.now() || this.#socket.check());
    this.#connect();
  }

  /** Sends a message, now or as soon as there is a connection again. */
  send(message) {
    this.#ledger.keep(message);
    if (this.#flowing) {
      this.#socket.write(message);
      this.#confirm();
    }
  }

  close() {
    this.#ignoreNetwork?.();
    this.#reconnect.cancel();
    this.#flowing = false;
    this.#socket?.close(LEAVING);
  }

  #connect() {
    this.#socket = new Socket(this.#url, {
      resuming: this.#claim !== undefined,
      opened: () => this.#greet(),
      took: (message) => this.#take(message),
      ping: () => this.#ledger.ping(),
      lost: (code) => this.#lost(code),
    });
  }

  #greet() {
    const { received, whole } = this.#ledger;
    // Without a count we ask for nothing but our place.
    const resume = this.#claim && { ...this.#claim, ...(whole && { received }) };
    this.#socket.write({ type: 'hello', ...this.#hello, resume });
    if (!this.#claim) {
      this.#ledger.received = 0;
      this.#flow();
    }
  }

  #flow() {
    this.#flowing = true;
    this.#ledger.kept.forEach((message) => this.#socket.write(message));
  }

  #take(message) {
    this.#ledger.took(message.type);
    const fresh = this.#heed(message);
    this.#tell(message.type, message);
    if (fresh) {
      this.#tell('fresh', message);
    }
    this.#confirm();
  }

  /** Does what a message asks of the line itself; whether that is another line than before. */
  #heed(message) {
    switch (message.type) {
      case 'welcome':
        return this.#welcomed(message);
      case 'pong':
        this.#ledger.confirm(message.received);
        return false;
      case 'bye':
        this.#reconnect.told(message.retryAfter);
        return false;
      default:
        return false;
    }
  }

  #welcomed(welcome) {
    const { peer, secret, resumed, received } = welcome;
    this.welcome = welcome;
    const again = this.#claim !== undefined;
    this.#claim = { peer: peer.id, secret };
    this.#reconnect.welcomed();
    if (again && resumed) {
      this.#ledger.confirm(received);
      this.#flow();
    } else if (again) {
      this.#ledger.reset();
      this.#flowing = true;
    }
    return again && !resumed;
  }

  #confirm() {
    if (this.up && this.#ledger.due) {
      this.#socket.ask();
    }
  }

  #lost(code) {
    this.#flowing = false;
    if (worthARetry(code)) {
      this.#tell('down', { code });
      this.#reconnect.later();
    } else {
      this.close();
      this.#tell('refused', { code });
    }
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
