import { MAX_MESSAGE } from './data-channel.js';

/** The most that is kept for somebody who does not confirm it, in messages and in UTF-16 units; the oldest go first. */
const MOST = 512;
const MOST_UNITS = 4_194_304;

/** The longest JSON text of a message, in UTF-16 units: the rest is for its number. */
export const MAX_JSON = MAX_MESSAGE - 64;

/** After how many messages the sender is told that they have come. */
const PATCH = 32;

/**
 * What two peers say to each other, over one connection after another: each message is numbered and kept until the other
 * has confirmed it, and each number is taken once.
 *
 * Events: `met` when the other is there, over each connection; `message` with the other's; `channel` with one that the other has opened;
 * `broken` when the connection has been replaced, and with it all channels but ours.
 */
export class Exchange extends EventTarget {
  /** @type {import('./data-channel.js').DataChannel|undefined} */
  #channel;
  /** @type {{number: number, json: string}[]} what is not confirmed, oldest first */
  #kept = [];
  #units = 0;
  #numbered = 0;
  #sent = 0;
  #received = 0;
  #confirmed = 0;
  /** Whether the other has said on this channel what it has, so that we know where to go on. */
  #greeted = false;
  #met = false;

  /** What channels of this connection can be opened beside; undefined unless messages pass. */
  get channel() {
    return this.#greeted ? this.#channel : undefined;
  }

  /** Goes on over this channel, which is not open yet. */
  use(channel) {
    const broken = this.#channel !== undefined;
    this.#channel = channel;
    this.#greeted = this.#met = false;
    const on = (type, take) => channel.addEventListener(type, ({ detail }) => this.#channel === channel && take(detail));
    on('open', () => this.#confirm());
    on('room', () => this.#sendKept());
    on('message', (message) => this.#take(message));
    on('channel', (opened) => this.#tell('channel', opened));
    if (broken) {
      this.#tell('broken');
    }
  }

  /** @param {string} json the message */
  say(json) {
    this.#kept.push({ number: ++this.#numbered, json });
    this.#units += json.length;
    while (this.#kept.length > MOST || this.#units > MOST_UNITS) {
      this.#units -= this.#kept.shift().json.length;
    }
    this.#sendKept();
  }

  /** The other has gone. Should it come back it goes on counting where it was. */
  end() {
    this.#channel = undefined;
    this.#greeted = false;
    this.#kept = [];
    this.#units = 0;
    this.#met = false;
  }

  #take({ number, message, received }) {
    if (Number.isSafeInteger(received)) {
      this.#confirmedBy(received);
    } else if (Number.isSafeInteger(number) && typeof message?.type === 'string') {
      this.#receive(number, message);
    } else {
      console.warn('ignoring a message that is neither numbered nor a confirmation');
    }
  }

  #receive(number, message) {
    if (number <= this.#received) {
      // It had come over the connection before this one.
      return;
    }
    this.#received = number;
    if (this.#received - this.#confirmed >= PATCH) {
      this.#confirm();
    }
    this.#tell('message', message);
  }

  #confirmedBy(received) {
    while (this.#kept[0]?.number <= received) {
      this.#units -= this.#kept.shift().json.length;
    }
    if (!this.#greeted) {
      this.#greeted = true;
      this.#sent = received;
      this.#sendKept();
    }
    if (!this.#met) {
      this.#met = true;
      this.#tell('met');
    }
  }

  #confirm() {
    if (!this.#channel.ready) {
      // With the next message, then.
      return;
    }
    this.#confirmed = this.#received;
    this.#channel.send(JSON.stringify({ received: this.#received }));
  }

  #sendKept() {
    const next = this.#kept.findIndex(({ number }) => number > this.#sent);
    for (let i = next; i >= 0 && i < this.#kept.length && this.#greeted && this.#channel?.ready; i++) {
      const { number, json } = this.#kept[i];
      this.#channel.send(`{"number":${number},"message":${json}}`);
      this.#sent = number;
    }
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
