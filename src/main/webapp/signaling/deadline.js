/** By when something has to happen; the earliest of several. */
export class Deadline {
  #missed;
  #timer;
  #at = Infinity;

  /** @param {() => void} missed */
  constructor(missed) {
    this.#missed = missed;
  }

  get running() {
    return this.#at < Infinity;
  }

  /** @param {number} wait in milliseconds */
  within(wait) {
    const at = performance.now() + wait;
    if (at < this.#at) {
      clearTimeout(this.#timer);
      this.#at = at;
      this.#timer = setTimeout(() => {
        this.#at = Infinity;
        this.#missed();
      }, wait);
    }
  }

  met() {
    clearTimeout(this.#timer);
    this.#at = Infinity;
  }
}
