import { onNetworkChange } from '../../signaling/network.js';

/** How long a connection may come back by itself, in milliseconds. */
const PATIENCE = 3000;

/**
 * How long the polite peer leaves the restart of a failed connection to the other, in milliseconds. Both notice at the
 * same time, and a rollback before the first picture leaves Chromium with a track that never shows one.
 */
export const COURTESY = 3000;

/** How long a restart may take until there is another, in milliseconds. */
const AGAIN = 15_000;

/** Sees to it that a connection that has lost its way through the network looks for another, for as long as it takes. */
export class Recovery {
  #pc;
  #courtesy;
  #restart;
  #timer;
  #ignoreNetwork;

  /**
   * @param {RTCPeerConnection} pc
   * @param {object} options
   * @param {boolean} options.polite who leaves it to the other
   * @param {() => void} options.restart
   */
  constructor(pc, { polite, restart }) {
    this.#pc = pc;
    this.#courtesy = polite ? COURTESY : 0;
    this.#restart = restart;
    this.#ignoreNetwork = onNetworkChange(() => this.#lost() && this.within(0));
  }

  /** The connection's state has changed. */
  changed() {
    if (this.#pc.connectionState === 'connected') {
      clearTimeout(this.#timer);
    } else if (this.#lost()) {
      // Not iceConnectionState: in Chromium a search that found no way ends as "disconnected" there.
      this.within(this.#courtesy + (this.#pc.connectionState === 'failed' ? 0 : PATIENCE));
    }
  }

  /** Restarts unless there is a connection by then, and again if that does not help. */
  within(wait) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#try(), wait);
  }

  close() {
    clearTimeout(this.#timer);
    this.#ignoreNetwork();
  }

  #try() {
    if (this.#pc.connectionState === 'connected') {
      return;
    }
    if (this.#pc.signalingState === 'stable') {
      this.#restart();
      this.within(AGAIN + this.#courtesy);
    } else {
      // What is under way may be a restart already.
      this.within(PATIENCE);
    }
  }

  #lost() {
    return ['disconnected', 'failed'].includes(this.#pc.connectionState);
  }
}
