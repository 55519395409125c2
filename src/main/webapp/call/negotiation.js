import { Candidates } from './candidates.js';
import { Sending } from './sending.js';

/**
 * How long the polite peer leaves the restart of a failed connection to the other, in milliseconds. Both notice at the
 * same time, and a rollback before the first picture leaves Chromium with a track that never shows one.
 */
const COURTESY = 3000;

/**
 * The connection to one remote peer, by perfect negotiation (W3C WebRTC, section 10.7): either side may offer at any
 * time; when both do (glare) the impolite one's offer wins and the polite one's is rolled back.
 *
 * Events: `change` when the connection's state or the remote media have changed.
 */
export class Negotiation extends EventTarget {
  /** What the remote peer sends. */
  remote = new MediaStream();

  #pc;
  #polite;
  #send;
  #candidates;
  #sending;
  #makingOffer = false;
  #ignoreOffer = false;
  #isSettingRemoteAnswerPending = false;
  #early = [];

  /**
   * @param {object} options
   * @param {boolean} options.polite who gives way in glare
   * @param {RTCIceServer[]} options.iceServers
   * @param {MediaStream} options.local what we send; may be empty
   * @param {(message: {type: string, sdp?: string, candidates?: RTCIceCandidateInit[]}) => void} options.send
   */
  constructor({ polite, iceServers, local, send }) {
    super();
    this.#polite = polite;
    this.#send = send;
    const pc = (this.#pc = new RTCPeerConnection({ iceServers, bundlePolicy: 'max-bundle' }));
    this.#sending = new Sending(pc, local);
    this.#candidates = new Candidates(
      (candidates) => send({ type: 'candidates', candidates }),
      () => ['connected', 'completed'].includes(pc.iceConnectionState),
    );
    pc.onnegotiationneeded = () => this.#offer();
    pc.onicecandidate = ({ candidate }) => this.#candidates.add(candidate);
    pc.ontrack = ({ track }) => this.#addRemote(track);
    // Not iceConnectionState: in Chromium a search that found no way ends as "disconnected" there.
    pc.onconnectionstatechange = () => {
      if (pc.connectionState === 'failed') {
        this.#restart();
      }
      this.#changed();
    };
  }

  /** @returns {RTCPeerConnectionState} */
  get state() {
    return this.#pc.connectionState;
  }

  /** Makes the first offer: of everything we send, and to receive what we do not. */
  start() {
    this.#sending.attach();
    this.#sending.receiveTheRest();
  }

  /** Sends this track from now on, or nothing. */
  replaceTrack(kind, track) {
    return this.#sending.replaceTrack(kind, track);
  }

  /**
   * The remote peer's offer or answer.
   *
   * @param {import('../signaling/protocol.js').Description} description
   */
  async onDescription(description) {
    const pc = this.#pc;
    // In the same turn as setRemoteDescription below, or our tracks would ask for an offer of our own.
    this.#sending.attach();
    const readyForOffer =
      !this.#makingOffer && (pc.signalingState === 'stable' || this.#isSettingRemoteAnswerPending);
    const offerCollision = description.type === 'offer' && !readyForOffer;
    this.#ignoreOffer = !this.#polite && offerCollision;
    if (this.#ignoreOffer) {
      console.debug('glare – ignoring offer');
      return;
    }
    this.#isSettingRemoteAnswerPending = description.type === 'answer';
    await pc.setRemoteDescription(description);
    this.#isSettingRemoteAnswerPending = false;
    if (description.type === 'offer') {
      await pc.setLocalDescription();
      this.#describe();
    }
    await this.#addEarly();
  }

  /** Candidates of the remote peer. Those that come before its description are kept for it. */
  async onCandidates(candidates) {
    for (const candidate of candidates) {
      if (this.#pc.remoteDescription) {
        await this.#addCandidate(candidate);
      } else if (!this.#ignoreOffer) {
        this.#early.push(candidate);
      }
    }
  }

  close() {
    this.#candidates.close();
    this.#pc.onnegotiationneeded = null;
    this.#pc.close();
  }

  #restart() {
    const restart = () => {
      if (this.#pc.connectionState === 'failed') {
        this.#pc.restartIce();
      }
    };
    setTimeout(restart, this.#polite ? COURTESY : 0);
  }

  async #offer() {
    try {
      this.#makingOffer = true;
      await this.#pc.setLocalDescription();
      this.#describe();
    } catch (error) {
      console.error('no offer could be made', error);
    } finally {
      this.#makingOffer = false;
    }
  }

  #describe() {
    const { type, sdp } = this.#pc.localDescription;
    this.#send({ type, sdp });
  }

  async #addEarly() {
    for (const candidate of this.#early.splice(0)) {
      await this.#addCandidate(candidate);
    }
  }

  async #addCandidate(candidate) {
    try {
      await this.#pc.addIceCandidate(candidate);
    } catch (error) {
      // Each stands for itself: the others of its batch may still be good.
      if (!this.#ignoreOffer) {
        console.warn('a candidate could not be used', error);
      }
    }
  }

  #addRemote(track) {
    this.remote.addTrack(track);
    track.onmute = track.onunmute = () => this.#changed();
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
