/** A time without a server. Event: `change` when it has lasted longer than one of its limits, and when it is over. */
export class Outage extends EventTarget {
  /** How many of its limits it has lasted longer than; 0 while there is a server. */
  passed = 0;

  #limits;
  #timers = [];

  /** @param {...number} limits how long the server may be out of reach until that matters, in milliseconds, in order */
  constructor(...limits) {
    super();
    this.#limits = limits;
  }

  /** The server is out of reach, as far as we know: it may have been so before. */
  begin() {
    if (this.#timers.length === 0) {
      this.#timers = this.#limits.map((limit, i) => setTimeout(() => this.#pass(i + 1), limit));
    }
  }

  end() {
    this.#timers.forEach(clearTimeout);
    this.#timers = [];
    this.#pass(0);
  }

  #pass(passed) {
    if (this.passed !== passed) {
      this.passed = passed;
      this.dispatchEvent(new Event('change'));
    }
  }
}
