/** How many messages somebody may send at once, and how many a second in the long run. */
const BURST = 1000;
const PER_SECOND = 100;

/** How much one peer may still say: more would keep the page busy with nothing else. */
export class Allowance {
  #left = BURST;
  #counted = performance.now();

  /** Takes one; false if there is none left. */
  take() {
    const now = performance.now();
    this.#left = Math.min(BURST, this.#left + ((now - this.#counted) / 1000) * PER_SECOND);
    this.#counted = now;
    if (this.#left < 1) {
      return false;
    }
    this.#left--;
    return true;
  }
}
