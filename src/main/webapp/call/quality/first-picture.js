/** How long it took from joining until there was a picture of somebody who was there before, with the camera on. */
export class FirstPicture {
  #began = performance.now();

  /** @type {import('../remote.js').Remote[]} whose pictures we wait for; of those who come later, nobody knows since when */
  #awaited = [];

  /** @type {number|undefined} in milliseconds, until it is taken */
  #after;

  /**
   * To be made when somebody joins.
   *
   * @param {import('../call.js').Call} call
   */
  constructor(call) {
    call.addEventListener('joined', () => (this.#awaited = withCamera(call)), { once: true });
    call.addEventListener('change', () => {
      const still = withCamera(call);
      this.#awaited = this.#awaited.filter((remote) => still.includes(remote));
    });
  }

  /** Whether it may still come. */
  get awaited() {
    return this.#awaited.length > 0;
  }

  /** @param {import('./quality.js').Quality} quality after a sweep */
  look(quality) {
    const pictured = this.#awaited.map(({ id }) => quality.of(id)?.figures).filter((it) => it?.framesIn > 0);
    if (pictured.length > 0) {
      this.#awaited = [];
      this.#after = Math.min(...pictured.map((it) => it.at - (it.pictured ?? NaN))) - this.#began;
    }
  }

  /** @returns {number|undefined} how long it took, once, when it is known; NaN if the browser does not tell */
  take() {
    const after = this.#after;
    this.#after = undefined;
    return after;
  }
}

/** Those who are there and send a picture, so far as the server knows. */
function withCamera({ remotes }) {
  return [...remotes].filter(({ state, away }) => state.video && !away);
}
