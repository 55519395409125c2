import { INITIAL_STATE } from '../signaling/protocol.js';

/** Tells the room what we send and whether our hand is up: whenever that changes, and nothing that it takes for granted. */
export class Telling {
  #state;
  #send;

  /** @type {import('../signaling/protocol.js').State|undefined} what the room knows, once it knows of us */
  #told;

  /**
   * @param {() => import('../signaling/protocol.js').State} state how it is now
   * @param {(state: import('../signaling/protocol.js').State) => void} send
   */
  constructor(state, send) {
    this.#state = state;
    this.#send = send;
  }

  /** The room knows nothing of us but that we are there. */
  begin() {
    this.#told = INITIAL_STATE;
    this.update();
  }

  /** Something may have changed. */
  update() {
    const state = this.#state();
    if (this.#told && Object.keys(INITIAL_STATE).some((key) => state[key] !== this.#told[key])) {
      this.#told = state;
      this.#send(state);
    }
  }
}
