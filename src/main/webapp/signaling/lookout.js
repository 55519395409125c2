import { Channel } from './channel.js';

/** How often to look again, in milliseconds. */
const INTERVAL = 5000;

/** How long to wait for the next keystroke before looking, and before greeting by another name, in milliseconds. */
const TYPING = 300;
const NAMING = 1000;

/** How long what came with the welcome is good for a call, in milliseconds: passwords of relays expire. */
const FRESH = 600_000;

/** Watches who is in a room, from outside. Event: `room` with the server's answer. */
export class Lookout extends EventTarget {
  #url;
  #channel;
  #opened;
  #room = '';
  #name = '';
  #timer;
  #typing;
  #naming;
  #listening;

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

  /** @param {string} name the server is to know us by, as soon as it stays the same for a moment */
  set name(name) {
    this.#name = name;
    clearTimeout(this.#naming);
    if (this.#channel) {
      this.#naming = setTimeout(() => this.#rename(), NAMING);
    }
  }

  /**
   * Looks no more, and hands over the connection.
   *
   * @param {string} name that the server has to know us by
   * @returns {Channel|undefined} undefined if there is none that is up, fresh, and of that name
   */
  release(name) {
    const channel = this.#channel;
    const good = channel?.up && channel.name === name && performance.now() - this.#opened < FRESH;
    if (good) {
      this.#channel = undefined;
    }
    this.close();
    return good ? channel : undefined;
  }

  close() {
    clearTimeout(this.#typing);
    this.#drop();
    this.#room = '';
  }

  #drop() {
    clearTimeout(this.#naming);
    clearInterval(this.#timer);
    this.#listening?.abort();
    this.#channel?.close();
    this.#channel = undefined;
  }

  #rename() {
    if (this.#channel.name !== this.#name) {
      this.#drop();
      this.#open();
    }
  }

  #open() {
    const channel = (this.#channel = new Channel(this.#url, this.#name ? { name: this.#name } : {}));
    const { signal } = (this.#listening = new AbortController());
    channel.addEventListener('welcome', () => this.#look(), { signal });
    channel.addEventListener(
      'room',
      ({ detail }) => {
        if (detail.room === this.#room) {
          this.dispatchEvent(new CustomEvent('room', { detail }));
        }
      },
      { signal },
    );
    this.#opened = performance.now();
    channel.open();
    this.#timer = setInterval(() => this.#look(), INTERVAL);
  }

  #look() {
    if (this.#room && this.#channel.up) {
      this.#channel.send({ type: 'look', room: this.#room });
    }
  }
}
