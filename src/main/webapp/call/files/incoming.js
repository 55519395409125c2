import { problemIn } from './failure.js';
import { fileName } from './file-name.js';
import { IncomingFile } from './incoming-file.js';

/** The most offers of one peer that are not over. */
export const MOST_OPEN = 20;

/** The most that are shown, of all peers together. */
const MOST = 200;

/** The longest name as the other has told it, in UTF-16 units. */
const LONGEST_NAME = 1000;

/** What the sender is to know of a failure. */
const OURS = ['corrupt', 'rules', 'no-space', 'storage', 'too-large'];

/**
 * What the others offer to us.
 *
 * Events: `change`; `progress`; `offered`, `received` and `failed` with the {@link IncomingFile}.
 */
export class Incoming extends EventTarget {
  /** @type {IncomingFile[]} */
  files = [];

  #data;

  /**
   * @param {import('../data/data.js').Data} data
   * @param {import('../remotes.js').Remotes} remotes
   */
  constructor(data, remotes) {
    super();
    this.#data = data;
    data.addEventListener('file-offer', ({ detail: { from, message } }) => this.#offered(from, message));
    data.addEventListener('file-withdraw', ({ detail: { from, message } }) => this.#withdrawn(from, message));
    data.addEventListener('channel', ({ detail: { from, channel } }) => this.#opened(from, channel));
    data.addEventListener('broken', ({ detail: { id } }) => this.#lost(id, ['accepted', 'receiving'], 'interrupted'));
    remotes.addEventListener('went', ({ detail: { id } }) => this.#lost(id, ['offered', 'accepted', 'receiving', 'failed'], 'gone'));
  }

  /** What has arrived and is not saved. */
  get unsaved() {
    return this.files.filter(({ state, saved }) => state === 'received' && !saved);
  }

  /** Accepts an offer, if there is room for it. */
  async accept(file) {
    if (file.open && (await file.prepare())) {
      this.#data.sayTo(file.from.id, { type: 'file-accept', id: file.id });
    }
  }

  /** Declines an offer, or ends what is under way. */
  decline(file) {
    if (!file.over) {
      file.end('declined');
      this.#data.sayTo(file.from.id, { type: 'file-decline', id: file.id });
    }
  }

  /** Forgets about one that is over, and removes it. */
  dismiss(file) {
    this.decline(file);
    file.remove();
    this.files = this.files.filter((it) => it !== file);
    this.#tell('change');
  }

  /** Nothing more comes, and nothing is kept. */
  end() {
    this.files.forEach((file) => file.remove());
  }

  #offered(from, { id, name, size }) {
    const told = Number.isSafeInteger(id) && typeof name === 'string' && name.length <= LONGEST_NAME;
    if (!told || !Number.isSafeInteger(size) || size < 0 || this.#find(from, id)) {
      console.warn(`ignoring an offer of ${from.id} that is none`);
      return;
    }
    const open = this.files.filter((file) => file.from.id === from.id && !file.over).length;
    if (open >= MOST_OPEN) {
      this.#data.sayTo(from.id, { type: 'file-decline', id });
      return;
    }
    const file = new IncomingFile(from, { id, name: fileName(name), size });
    file.addEventListener('change', () => this.#changed(file));
    file.addEventListener('progress', () => this.#tell('progress'));
    this.files = [...this.files, file];
    this.#forgetOldest(from);
    this.#tell('offered', file);
    this.#tell('change');
  }

  #withdrawn(from, { id, problem }) {
    const file = this.#find(from, id);
    if (problem === undefined) {
      file?.end('withdrawn');
    } else {
      file?.end('failed', problemIn(problem));
    }
  }

  #opened(from, channel) {
    const id = /^file-(\d{1,15})$/.exec(channel.label)?.[1];
    const file = id && this.#find(from, Number(id));
    if (file?.ready) {
      file.receive(channel);
    } else {
      console.warn(`closing a channel of ${from.id} that nobody has asked for`);
      channel.close();
    }
  }

  #find(from, id) {
    return this.files.find((file) => file.from.id === from.id && file.id === id);
  }

  #lost(id, states, problem) {
    this.files.filter(({ from, state }) => from.id === id && states.includes(state)).forEach((file) => file.end('failed', problem));
  }

  /** Rather those of who offers so much, and never what has arrived and is not saved. */
  #forgetOldest({ id }) {
    const surplus = Math.max(0, this.files.length - MOST);
    const { unsaved } = this;
    const done = this.files.filter((file) => file.over && !unsaved.includes(file));
    const theirs = done.filter(({ from }) => from.id === id);
    [...theirs, ...done.filter((file) => !theirs.includes(file))].slice(0, surplus).forEach((file) => this.dismiss(file));
  }

  #changed(file) {
    if (file.state === 'failed' && OURS.includes(file.problem)) {
      this.#data.sayTo(file.from.id, { type: 'file-decline', id: file.id, problem: file.problem });
    }
    if (file.state === 'received' || file.state === 'failed') {
      this.#tell(file.state, file);
    }
    this.#tell('change');
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
