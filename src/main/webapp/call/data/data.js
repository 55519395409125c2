import { Exchange, MAX_JSON } from './exchange.js';

/** The events that are ours, and so no type of a message. */
const OWN = ['met', 'channel', 'broken'];

/**
 * What the peers say to each other without the server: objects with a `type`. Each gets each message that is for it once
 * and in order, even if the connection to it is not up yet or is replaced by another; who comes later gets what is said
 * from then on. Who speaks is known by the connection.
 *
 * Events: for each message one of its type, with `{from: Remote, message}`, unchecked but for the type; `met` with the
 * Remote once it can be talked to over a connection, which is when it has to be told what it could not know: the first
 * time, or because it had lost us. For what is no message:
 * `channel` with `{from: Remote, channel: RTCDataChannel}`, and `broken` with the Remote whose channels are no more because
 * its connection has been replaced.
 */
export class Data extends EventTarget {
  #remotes;

  /** Kept for the whole call, because a peer that has gone may come back and count on. @type {Map<string, Exchange>} */
  #exchanges = new Map();

  /** @param {import('../remotes.js').Remotes} remotes */
  constructor(remotes) {
    super();
    this.#remotes = remotes;
    remotes.addEventListener('went', ({ detail: { id } }) => this.#exchanges.get(id)?.end());
  }

  /** Says this to everybody in the room. */
  say(message) {
    for (const { id } of this.#remotes) {
      this.sayTo(id, message);
    }
  }

  /**
   * Says this to one of those in the room; to nobody else.
   *
   * @param {string} id
   * @param {{type: string}} message of at most 64 Ki UTF-16 units as JSON
   * @throws {RangeError} if it is longer
   */
  sayTo(id, message) {
    const json = JSON.stringify(message);
    if (json.length > MAX_JSON) {
      throw new RangeError(`a message of type ${message.type} is too long: ${json.length}`);
    }
    if (this.#remotes.get(id)) {
      this.#with(id).say(json);
    }
  }

  /**
   * Opens a channel beside that of the messages.
   *
   * @returns {{channel: RTCDataChannel, longest: number}|undefined} with the longest message that it takes, in bytes;
   *   undefined while there is no connection
   */
  open(id, label) {
    const beside = this.#exchanges.get(id)?.channel;
    return beside && { channel: beside.open(label), longest: beside.longest };
  }

  /** There is a connection to this peer, in place of any before it. */
  use(id, channel) {
    this.#with(id).use(channel);
  }

  /** The others know us by another id from now on, and so nothing of what was said. */
  reset() {
    this.#exchanges.forEach((exchange) => exchange.end());
    this.#exchanges.clear();
  }

  #with(id) {
    if (!this.#exchanges.has(id)) {
      const exchange = new Exchange();
      const on = (type, take) =>
        exchange.addEventListener(type, ({ detail }) => {
          const remote = this.#remotes.get(id);
          return remote && take(remote, detail);
        });
      on('met', (remote) => this.#tell('met', remote));
      on('broken', (remote) => this.#tell('broken', remote));
      on('channel', (from, channel) => this.#tell('channel', { from, channel }));
      on('message', (from, message) => this.#take(from, message));
      this.#exchanges.set(id, exchange);
    }
    return this.#exchanges.get(id);
  }

  #take(from, message) {
    if (OWN.includes(message.type)) {
      console.warn(`ignoring a message of type ${message.type}`);
    } else {
      this.#tell(message.type, { from, message });
    }
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
