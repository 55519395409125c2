import { plainText } from './plain-text.js';

/** The longest message, in UTF-16 units. */
export const MAX_TEXT = 10_000;

/** The most that is kept, in UTF-16 units, and what a message counts besides its text. */
const MOST = 1_000_000;
const EACH = 1000;

/**
 * @typedef {object} Message
 * @property {number} number counts up
 * @property {string|undefined} from the id of who has said it; undefined for ourselves
 * @property {string} name what they are called
 * @property {string} text
 * @property {number} at when it was said or came, in milliseconds since 1970
 */

/**
 * What is said in writing. Who comes later gets what is said from then on.
 *
 * Events: `change`; `message` with one of the others.
 */
export class Chat extends EventTarget {
  /** In the order they were said or came; another list after every change. @type {Message[]} */
  messages = [];

  /** How many have come that were not seen. */
  unread = 0;

  /** What is being written. */
  draft = '';

  #data;
  #number = 0;
  #watched = false;

  /** @param {import('./data.js').Data} data */
  constructor(data) {
    super();
    this.#data = data;
    data.addEventListener('chat', ({ detail: { from, message } }) => this.#take(from, message.text));
  }

  /** By how many UTF-16 units the draft is too long; 0 if it may be sent. */
  get excess() {
    return Math.max(0, this.draft.trim().length - MAX_TEXT);
  }

  /** @param {string} draft what is being written now */
  write(draft) {
    this.draft = draft;
    this.#changed();
  }

  /** Says to everybody what has been written, unless that is nothing or too much. */
  send() {
    const text = this.draft.trim();
    if (text && this.excess === 0) {
      this.draft = '';
      this.#data.say({ type: 'chat', text });
      this.#add({ from: undefined, name: '', text });
    }
  }

  /** @param {boolean} watched whether what comes is seen at once, from now on */
  watch(watched) {
    this.#watched = watched;
    if (watched) {
      this.unread = 0;
    }
    this.#changed();
  }

  #take(from, text) {
    if (typeof text !== 'string' || text.length > MAX_TEXT || !plainText(text).trim()) {
      console.warn(`ignoring a chat message of ${from.id} that is none`);
      return;
    }
    this.unread += this.#watched ? 0 : 1;
    const message = this.#add({ from: from.id, name: from.name, text: plainText(text) });
    this.dispatchEvent(new CustomEvent('message', { detail: message }));
  }

  #add(said) {
    const message = { number: ++this.#number, at: Date.now(), ...said };
    const messages = [...this.messages, message];
    while (messages.reduce((sum, it) => sum + cost(it), 0) > MOST) {
      messages.splice(messages.findIndex(({ from }) => from === loudest(messages)), 1);
    }
    this.messages = messages;
    this.#changed();
    return message;
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

const cost = ({ text }) => text.length + EACH;

/** Who has said most: only their oldest go, or one could wipe away what all have said. */
function loudest(messages) {
  const costs = new Map();
  messages.forEach((message) => costs.set(message.from, (costs.get(message.from) ?? 0) + cost(message)));
  return [...costs].reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}
