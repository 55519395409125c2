/**
 * Recording the call on this computer, and who else does: everybody is told before anything is recorded.
 *
 * Events: `change`; `began` and `ended` with the Remote that records, or does no longer, null for this page; `saved` when
 * the browser has been given the file, `unsaved` when there is none to give.
 */
export class Recording extends EventTarget {
  /** Whether the last recording ended because it could not go on. */
  broken = false;

  #call;
  #record;
  #others = new Set();

  /** @type {Promise<{stop: () => Promise<void>, broken: Promise<unknown>}>|undefined} */
  #recorder;

  /**
   * @param {import('./call.js').Call} call
   * @param {() => Promise<{stop: () => Promise<void>, broken: Promise<unknown>}>} record begins to record; `broken`
   *   is resolved when it cannot go on; `stop` saves what there is
   */
  constructor(call, record) {
    super();
    this.#call = call;
    this.#record = record;
    call.data.addEventListener('recording', ({ detail: { from, message } }) => this.#told(from, message));
    // Who has come since cannot know.
    call.data.addEventListener('met', ({ detail: { id } }) => this.on && call.data.sayTo(id, { type: 'recording', on: true }));
    call.addEventListener('went', ({ detail }) => this.#set(detail, false));
  }

  /** Whether this page records. */
  get on() {
    return this.#recorder !== undefined;
  }

  /** The names of the others who record. */
  get others() {
    return [...this.#others].map(({ name }) => name);
  }

  /** Begins or ends. */
  toggle() {
    return this.on ? this.stop() : this.start();
  }

  async start() {
    if (this.on) {
      return;
    }
    this.broken = false;
    this.#call.data.say({ type: 'recording', on: true });
    const begun = (this.#recorder = this.#record());
    this.#tell('began');
    try {
      const { broken } = await begun;
      broken.then((error) => this.#recorder === begun && this.#fail(error));
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Ends it, if it is on, and saves it. */
  async stop() {
    const ending = this.#recorder;
    if (ending) {
      this.#recorder = undefined;
      this.#call.data.say({ type: 'recording', on: false });
      this.#tell('ended');
      try {
        await (await ending).stop();
        this.dispatchEvent(new Event('saved'));
      } catch (error) {
        this.#break(error);
        this.dispatchEvent(new Event('unsaved'));
      }
    }
  }

  /** The call is over. What there is of it is saved. */
  end() {
    this.stop();
  }

  /** The person has read that it could not go on. */
  dismissProblem() {
    this.broken = false;
    this.#changed();
  }

  #fail(error) {
    this.#break(error);
    return this.stop();
  }

  #break(error) {
    console.error('the recording cannot go on', error);
    this.broken = true;
    this.#changed();
  }

  #told(from, { on }) {
    if (typeof on === 'boolean') {
      this.#set(from, on);
    } else {
      console.warn('ignoring a message on recording that says neither yes nor no');
    }
  }

  #set(remote, on) {
    if (on !== this.#others.has(remote)) {
      this.#others[on ? 'add' : 'delete'](remote);
      this.#tell(on ? 'began' : 'ended', remote);
    }
  }

  #tell(type, remote) {
    this.dispatchEvent(new CustomEvent(type, { detail: remote }));
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
