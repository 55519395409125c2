import { problemIn } from './failure.js';
import { OutgoingFile } from './outgoing-file.js';

/** How many files may be on their way to one of the others at a time. */
const AT_ONCE = 3;

/**
 * What we offer to the others.
 *
 * Events: `change`; `progress`; `delivered` with the {@link OutgoingFile}, once nobody is waiting for it any more.
 */
export class Outgoing extends EventTarget {
  /** @type {OutgoingFile[]} */
  files = [];

  #data;
  #remotes;
  #offered = 0;

  /**
   * @param {import('../data/data.js').Data} data
   * @param {import('../remotes.js').Remotes} remotes
   */
  constructor(data, remotes) {
    super();
    this.#data = data;
    this.#remotes = remotes;
    data.addEventListener('file-accept', ({ detail: { from, message } }) => this.#accepted(from, message));
    data.addEventListener('file-decline', ({ detail: { from, message } }) => this.#declined(from, message));
    data.addEventListener('broken', ({ detail: { id } }) => this.#lost(id, 'sending', 'interrupted'));
    remotes.addEventListener('went', ({ detail: { id } }) => this.#lost(id, undefined, 'gone'));
  }

  /** How many offers are not over. */
  get open() {
    return this.files.filter(({ over }) => !over).length;
  }

  /** Offers a file to all who are in the room. */
  offer(file) {
    const outgoing = new OutgoingFile(++this.#offered, file, this.#remotes);
    for (const delivery of outgoing.deliveries.values()) {
      delivery.addEventListener('change', () => this.#changed(outgoing, delivery));
      delivery.addEventListener('progress', () => this.dispatchEvent(new Event('progress')));
    }
    this.files = [...this.files, outgoing];
    this.#data.say({ type: 'file-offer', id: outgoing.id, name: file.name, size: file.size });
    this.dispatchEvent(new Event('change'));
  }

  /** Takes an offer back, and ends what is under way. */
  withdraw(outgoing) {
    for (const delivery of outgoing.deliveries.values()) {
      if (!delivery.over) {
        delivery.end('withdrawn');
        this.#data.sayTo(delivery.to.id, { type: 'file-withdraw', id: outgoing.id });
      }
    }
  }

  /** Forgets about one that is over. */
  dismiss(outgoing) {
    this.withdraw(outgoing);
    this.files = this.files.filter((file) => file !== outgoing);
    this.dispatchEvent(new Event('change'));
  }

  /** Nothing more is sent. */
  end() {
    this.files.forEach((file) => this.withdraw(file));
  }

  #accepted({ id: to }, { id }) {
    const delivery = this.#find(to, id);
    if (delivery) {
      delivery.accept();
    } else if (Number.isSafeInteger(id)) {
      // They try again what we have forgotten about.
      this.#data.sayTo(to, { type: 'file-withdraw', id });
    }
  }

  #declined({ id: to }, { id, problem }) {
    const delivery = this.#find(to, id);
    if (problem === undefined) {
      delivery?.end('declined');
    } else {
      delivery?.end('failed', problemIn(problem));
    }
  }

  #find(to, id) {
    return this.files.find((file) => file.id === id)?.deliveries.get(to);
  }

  #lost(id, state, problem) {
    for (const { deliveries } of this.files) {
      const delivery = deliveries.get(id);
      if (delivery && !delivery.over && (!state || delivery.state === state)) {
        delivery.end('failed', problem);
      }
    }
  }

  #changed(outgoing, { to, over, state, problem }) {
    if (state === 'failed' && (problem === 'unreadable' || problem === 'rules')) {
      this.#data.sayTo(to.id, { type: 'file-withdraw', id: outgoing.id, problem });
    }
    this.#sendNext(to.id);
    this.dispatchEvent(new Event('change'));
    if (over && outgoing.over) {
      this.dispatchEvent(new CustomEvent('delivered', { detail: outgoing }));
    }
  }

  #sendNext(id) {
    const of = (wanted) => this.files.filter(({ deliveries }) => deliveries.get(id)?.state === wanted);
    for (const outgoing of of('waiting').slice(0, Math.max(0, AT_ONCE - of('sending').length))) {
      outgoing.deliveries.get(id).send(outgoing, this.#data.open(id, `file-${outgoing.id}`));
    }
  }
}
