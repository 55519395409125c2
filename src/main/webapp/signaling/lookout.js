import { Channel } from './channel.js';
import { Outage } from './outage.js';

/** How often to look again, in milliseconds. */
const INTERVAL = 5000;

/** How long to wait for the next keystroke before looking, and before greeting by another name, in milliseconds. */
const TYPING = 300;
const NAMING = 1000;

/** How long what came with the welcome is good for a call, in milliseconds: passwords of relays expire. */
const FRESH = 600_000;

/** How long the server may be silent until that is worth saying, in milliseconds: one just started takes its time. */
const SLOW = 3000;

/** How long to leave a server alone that wants no further try, in milliseconds. */
const UNWANTED = 10_000;

/**
 * Watches who is in a room, from outside. Events: `room` with the server's answer, undefined when it may not be true any
 * more; `reach` when the server has come out of reach, or back into it.
 */
export class Lookout extends EventTarget {
  #url;
  #channel;
  #opened;
  #room = '';
  #name = '';
  #timer;
  #typing;
  #naming;
  #again;
  #listening;
  #outage = new Outage(SLOW);

  /** @param {string} url */
  constructor(url) {
    super();
    this.#url = url;
    this.#outage.addEventListener('change', () => {
      this.#tell('room', undefined);
      this.#tell('reach');
    });
  }

  /** Whether the server has not answered for a while. */
  get unreachable() {
    return this.#outage.passed > 0;
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
    if (this.#channel || this.#again) {
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
    this.#outage.end();
    this.#room = '';
  }

  #drop() {
    clearTimeout(this.#naming);
    clearTimeout(this.#again);
    this.#again = undefined;
    clearInterval(this.#timer);
    this.#listening?.abort();
    this.#channel?.close();
    this.#channel = undefined;
  }

  #rename() {
    if (this.#channel?.name !== this.#name) {
      this.#open();
    }
  }

  #open() {
    this.#drop();
    const channel = (this.#channel = new Channel(this.#url, this.#name ? { name: this.#name } : {}));
    const { signal } = (this.#listening = new AbortController());
    const on = (type, take) => channel.addEventListener(type, ({ detail }) => take(detail), { signal });
    // The first hello brings its question along; after another welcome, or for another room, we ask anew.
    let asked = this.#room;
    on('welcome', () => {
      this.#outage.end();
      if (this.#room !== asked) {
        this.#look();
      }
      asked = undefined;
    });
    on('room', (view) => view.room === this.#room && this.#tell('room', view));
    on('down', () => this.#outage.begin());
    on('refused', () => this.#refused());
    this.#opened = performance.now();
    this.#outage.begin();
    channel.open(...this.#question());
    this.#timer = setInterval(() => this.#look(), INTERVAL);
  }

  #look() {
    if (this.#channel.up) {
      this.#question().forEach((look) => this.#channel.send(look));
    }
  }

  #question() {
    return this.#room ? [{ type: 'look', room: this.#room }] : [];
  }

  /** It does answer, but not to us: the next try may fare better, by another name for instance. */
  #refused() {
    this.#drop();
    this.#outage.end();
    this.#tell('room', undefined);
    this.#again = setTimeout(() => this.#open(), UNWANTED);
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
