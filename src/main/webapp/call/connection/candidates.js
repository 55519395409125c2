import { MAX_CANDIDATES } from '../../signaling/protocol.js';

/** How long candidates wait for company, in milliseconds: on a LAN they come together, and a frame has its price. */
const WINDOW = 20;

/** How long the end of candidates waits on its own, in milliseconds: it only helps those who have found no way yet. */
const PATIENCE = 2000;

/** Trickles the ICE candidates of one connection in small batches (RFC 8838). */
export class Candidates {
  #send;
  #connected;
  #batch = [];
  #window;
  #end;

  /**
   * @param {(batch: RTCIceCandidateInit[]) => void} send
   * @param {() => boolean} connected whether the peers have found a way to each other
   */
  constructor(send, connected) {
    this.#send = send;
    this.#connected = connected;
  }

  /** @param {RTCIceCandidate|null} candidate null marks the end of candidates */
  add(candidate) {
    if (!candidate) {
      // Nobody else comes.
      this.#flush();
      this.#end ??= setTimeout(() => this.#finish(), PATIENCE);
    } else if (candidate.tcpType !== 'active') {
      // Browsers gather TCP candidates that only call: two of them never meet.
      this.#batch.push(candidate.toJSON());
      clearTimeout(this.#window);
      this.#window = setTimeout(() => this.#flush(), WINDOW);
    }
  }

  close() {
    clearTimeout(this.#window);
    clearTimeout(this.#end);
  }

  #flush() {
    clearTimeout(this.#window);
    while (this.#batch.length > 0) {
      this.#send(this.#batch.splice(0, MAX_CANDIDATES));
    }
  }

  #finish() {
    this.#end = undefined;
    if (!this.#connected()) {
      this.#batch.push({ candidate: '' });
      this.#flush();
    }
  }
}
