/** What one connection sends: at most one track of a kind, of the local stream. */
export class Sending {
  #pc;
  #local;
  #senders = new Map();
  #attached = false;

  /**
   * @param {RTCPeerConnection} pc
   * @param {MediaStream} local may be empty
   */
  constructor(pc, local) {
    this.#pc = pc;
    this.#local = local;
  }

  /** Adds the tracks that there are; once. */
  attach() {
    if (!this.#attached) {
      this.#attached = true;
      this.#local.getTracks().forEach((track) => this.#add(track));
    }
  }

  /** Asks for the kinds of which nothing is sent. */
  receiveTheRest() {
    for (const kind of ['audio', 'video']) {
      if (!this.#senders.has(kind)) {
        this.#pc.addTransceiver(kind, { direction: 'recvonly' });
      }
    }
  }

  /** Sends this track from now on, or nothing; only a first track of its kind has to be negotiated. */
  async replaceTrack(kind, track) {
    const sender = this.#senders.get(kind);
    if (sender) {
      await sender.replaceTrack(track);
    } else if (track && this.#attached) {
      this.#add(track);
    }
  }

  #add(track) {
    this.#senders.set(track.kind, this.#pc.addTrack(track, this.#local));
  }
}
