import { faceTransceiver } from './sections.js';

/** What one connection sends of microphone and camera: at most one track of each. */
export class Sending {
  #pc;
  #local;
  #senders = new Map();
  #attached = false;
  #receiving = [];

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
        this.#receiving.push(this.#pc.addTransceiver(kind, { direction: 'recvonly' }));
      }
    }
  }

  /** An offer of the remote peer has taken the place of ours, with sections for all that we had asked for. */
  giveWay() {
    for (const transceiver of this.#receiving.splice(0)) {
      if (transceiver.mid === null) {
        transceiver.stop();
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
    const negotiated = faceTransceiver(this.#pc, track.kind);
    this.#senders.set(track.kind, negotiated ? this.#sendIn(negotiated, track) : this.#pc.addTrack(track, this.#local));
  }

  /** Not by addTrack: that would take any section of the kind that is free, be it one of the remote peer's screen. */
  #sendIn(transceiver, track) {
    transceiver.sender.replaceTrack(track);
    transceiver.sender.setStreams(this.#local);
    transceiver.direction = 'sendrecv';
    return transceiver.sender;
  }
}
