/** The candidates of the remote peer. Those that come before its description are kept for it. */
export class IncomingCandidates {
  #pc;
  #early = [];

  /** @param {RTCPeerConnection} pc */
  constructor(pc) {
    this.#pc = pc;
  }

  /**
   * @param {RTCIceCandidateInit[]} candidates
   * @param {boolean} ignoring whether they belong to an offer that was ignored
   */
  async add(candidates, ignoring) {
    for (const candidate of candidates) {
      if (this.#pc.remoteDescription) {
        await this.#try(candidate, ignoring);
      } else if (!ignoring) {
        this.#early.push(candidate);
      }
    }
  }

  /** There may be a description now. */
  async addEarly() {
    if (!this.#pc.remoteDescription) {
      return;
    }
    for (const candidate of this.#early.splice(0)) {
      await this.#try(candidate, false);
    }
  }

  async #try(candidate, ignoring) {
    try {
      await this.#pc.addIceCandidate(candidate);
    } catch (error) {
      // Each stands for itself: the others of its batch may still be good.
      if (!ignoring) {
        console.warn('a candidate could not be used', error);
      }
    }
  }
}
