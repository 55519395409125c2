/**
 * What one connection sends of the shared screen, in sections of its own: made when there is first something to send,
 * and used again by everything that is shared later.
 */
export class ScreenSending {
  #pc;
  #screen;
  #attached = false;

  /** @type {Map<string, RTCRtpTransceiver>} by kind */
  #transceivers = new Map();

  /**
   * @param {RTCPeerConnection} pc
   * @param {MediaStream} screen what is shared; may be empty
   */
  constructor(pc, screen) {
    this.#pc = pc;
    this.#screen = screen;
  }

  /** Microphone and camera have their sections, which come before all others: from now on a screen may be sent. */
  attach() {
    if (!this.#attached) {
      this.#attached = true;
      this.update();
    }
  }

  /** Sends what is shared now, or nothing; only a first track of its kind has to be negotiated. */
  update() {
    if (this.#attached) {
      ['video', 'audio'].forEach((kind) => this.#send(kind));
    }
  }

  #send(kind) {
    const track = this.#screen.getTracks().find((it) => it.kind === kind) ?? null;
    const transceiver = this.#transceivers.get(kind);
    if (transceiver && transceiver.sender.track !== track) {
      transceiver.sender.replaceTrack(track);
    } else if (!transceiver && track) {
      this.#add(track);
    }
  }

  #add(track) {
    // Not addTrack: what that has added is put into the next section that the remote peer offers, whatever it is for.
    const options = { direction: 'sendonly', streams: [this.#screen] };
    this.#transceivers.set(track.kind, this.#pc.addTransceiver(track, options));
  }
}
