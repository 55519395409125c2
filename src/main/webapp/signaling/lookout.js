import { Channel } from './channel.js';

/** How often to look again, in milliseconds. */
const INTERVAL = 5000;

/** How long to wait for the next keystroke before looking, in milliseconds. */
const TYPING = 300;

/** Watches who is in a room, from outside. Event: `room` with the server's answer. */
export class Lookout extends EventTarget {
  #url;
  #channel;
  #room = '';
  #timer;
  #typing;

  /** @param {string} url */
  constructor(url) {
    super();
    this.#url = url;
  }

  /** Watches this room from now on; none for ''. The connection is opened with the first room. */
  watch(room) {
    this.#room = room;
    clearTimeout(this.#typing);
    if (room) {
      this.#typing = setTimeout(() => (this.#channel ? this.#look() : this.#open()), TYPING);
    }
  }

  close() {
    clearTimeout(this.#typing);
    clearInterval(this.#timer);
    this.#channel?.close();
    this.#channel = undefined;
    this.#room = '';
  }

  #open() {
    this.#channel = new Channel(this.#url, {});
    this.#channel.addEventListener('welcome', () => this.#look());
    this.#channel.addEventListener('room', ({ detail }) => {
      if (detail.room === this.#room) {
        this.dispatchEvent(new CustomEvent('room', { detail }));
      }
    });
    this.#channel.open();
    this.#timer = setInterval(() => this.#look(), INTERVAL);
  }

  #look() {
    if (this.#room && this.#channel.up) {
      this.#channel.send({ type: 'look', room: this.#room });
    }
  }
}
