import { within } from './limit.js';

/** Two connections of this page to each other, as if it called itself. */
export class Pair {
  /** What the first of them has found. @type {RTCIceCandidate[]} */
  candidates = [];

  /** Why it has not found more. @type {RTCPeerConnectionIceErrorEvent[]} */
  errors = [];

  #near;
  #far;
  #channel;

  /**
   * @param {RTCConfiguration} configuration
   * @param {MediaStreamTrack[]} [tracks] what the first sends
   */
  constructor(configuration, tracks = []) {
    this.#near = new RTCPeerConnection(configuration);
    this.#far = new RTCPeerConnection(configuration);
    tracks.forEach((track) => this.#near.addTrack(track));
    this.#channel = this.#near.createDataChannel('check');
    this.#far.ondatachannel = ({ channel }) => (channel.onmessage = ({ data }) => channel.send(data));
    this.#near.onicecandidate = ({ candidate }) => {
      if (candidate?.candidate) {
        this.candidates.push(candidate);
      }
      this.#pass(this.#far, candidate);
    };
    this.#far.onicecandidate = ({ candidate }) => this.#pass(this.#near, candidate);
    this.#near.onicecandidateerror = (error) => this.errors.push(error);
  }

  /** Settles when both have said what they are about to do. */
  async negotiate() {
    await this.#near.setLocalDescription();
    await this.#far.setRemoteDescription(this.#near.localDescription);
    await this.#far.setLocalDescription();
    await this.#near.setRemoteDescription(this.#far.localDescription);
  }

  /** Whether the first has found everything there is to find. */
  get complete() {
    return this.#near.iceGatheringState === 'complete';
  }

  /**
   * Sends data there and back, as soon as there is a way.
   *
   * @param {number} wait in milliseconds
   * @returns {Promise<number>} how long that took without the finding of the way, in milliseconds
   * @throws {import('./limit.js').TooLate}
   */
  echo(wait) {
    const channel = this.#channel;
    return within(
      wait,
      new Promise((done) => {
        let sent;
        channel.onmessage = () => done(performance.now() - sent);
        channel.onopen = () => {
          sent = performance.now();
          channel.send('?');
        };
      }),
    );
  }

  /** What has come through: packets of sound, decoded pictures. */
  async received() {
    const count = { sound: 0, pictures: 0 };
    for (const report of (await this.#far.getStats()).values()) {
      if (report.type === 'inbound-rtp' && report.kind === 'audio') {
        count.sound += report.packetsReceived;
      } else if (report.type === 'inbound-rtp') {
        count.pictures += report.framesDecoded ?? 0;
      }
    }
    return count;
  }

  close() {
    this.#near.close();
    this.#far.close();
  }

  #pass(to, candidate) {
    // May come before the description that it belongs to, or after the end.
    to.addIceCandidate(candidate ?? undefined).catch(() => undefined);
  }
}
