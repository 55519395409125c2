/** A condition that has to hold for a while to count, and to be gone for a while to count no more, so as not to flicker. */
export class Steady {
  holds = false;

  #begins;
  #ends;
  #against = 0;

  /**
   * @param {number} begins how often in a row it has to be seen
   * @param {number} ends how often in a row it has to be missed
   */
  constructor(begins, ends) {
    this.#begins = begins;
    this.#ends = ends;
  }

  /** Takes in how it is now; whether it counts. */
  see(now) {
    this.#against = now === this.holds ? 0 : this.#against + 1;
    if (this.#against >= (this.holds ? this.#ends : this.#begins)) {
      this.#against = 0;
      this.holds = now;
    }
    return this.holds;
  }

  /** Begins to look anew. */
  reset() {
    this.#against = 0;
    this.holds = false;
  }
}
