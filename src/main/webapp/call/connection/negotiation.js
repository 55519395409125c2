import { sessionOf } from './session.js';
import { sparingSilence } from './silence.js';

const complain = (error) => console.error('no offer could be made', error);

/**
 * Perfect negotiation (W3C WebRTC, section 10.7) of one RTCPeerConnection: either side may offer at any time; when both
 * do (glare) the impolite one's offer wins and the polite one's is rolled back.
 */
export class Negotiation {
  #pc;
  #polite;
  #send;
  #makingOffer = false;
  #ignoreOffer = false;
  #isSettingRemoteAnswerPending = false;
  #answered = 0;

  /**
   * @param {RTCPeerConnection} pc
   * @param {object} options
   * @param {boolean} options.polite who gives way in glare
   * @param {(description: import('../../signaling/protocol.js').Description) => void} options.send
   */
  constructor(pc, { polite, send }) {
    this.#pc = pc;
    this.#polite = polite;
    this.#send = send;
    pc.onnegotiationneeded = () => this.offer();
  }

  /** Whether the remote peer's last offer was ignored, and with it the candidates that follow. */
  get ignoring() {
    return this.#ignoreOffer;
  }

  /** Whether nothing has been described yet, by nobody. */
  get untouched() {
    return !this.#pc.localDescription && !this.#pc.remoteDescription;
  }

  /** What the remote peer's RTCPeerConnection is known by, once it has described it. */
  get session() {
    return sessionOf(this.#pc.remoteDescription);
  }

  /** The remote peer's offer or answer. */
  async onDescription(description) {
    const pc = this.#pc;
    const readyForOffer =
      !this.#makingOffer && (pc.signalingState === 'stable' || this.#isSettingRemoteAnswerPending);
    const offerCollision = description.type === 'offer' && !readyForOffer;
    this.#ignoreOffer = !this.#polite && offerCollision;
    if (this.#ignoreOffer) {
      console.debug('glare – ignoring offer');
      return;
    }
    if (description.type === 'answer' && !this.#awaitsAnswer) {
      // To an offer that was repeated.
      console.debug('ignoring a second answer');
      return;
    }
    this.#isSettingRemoteAnswerPending = description.type === 'answer';
    await pc.setRemoteDescription(description);
    this.#isSettingRemoteAnswerPending = false;
    if (description.type === 'offer') {
      await pc.setLocalDescription();
      this.#answered++;
      this.#describe();
    }
  }

  /**
   * Sends an offer again that was not answered, for it may have been lost.
   *
   * @returns {boolean} whether there was one
   */
  repeatOffer() {
    const pending = this.#awaitsAnswer;
    if (pending) {
      this.#describe();
    }
    return pending;
  }

  /** Makes an offer now. Until it is there, browsers do not ask for another. */
  async offer() {
    try {
      this.#makingOffer = true;
      this.#answerAgain();
      await this.#pc.setLocalDescription();
      this.#describe();
    } catch (error) {
      complain(error);
    } finally {
      this.#makingOffer = false;
    }
  }

  close() {
    this.#pc.onnegotiationneeded = null;
  }

  /**
   * Goes once more, without a word, through the only offer that we have answered. Otherwise Chromium, made to roll back an
   * offer of its own next, goes on to decode the video it receives, and never shows another picture of it.
   */
  #answerAgain() {
    if (this.#polite && this.#answered === 1) {
      this.#answered++;
      // Not waited for: the browser does one after the other, and the offer is to be under way when somebody asks.
      this.#pc.setRemoteDescription(this.#pc.remoteDescription).catch(complain);
      this.#pc.setLocalDescription().catch(complain);
    }
  }

  get #awaitsAnswer() {
    return this.#pc.signalingState === 'have-local-offer' && !this.#isSettingRemoteAnswerPending;
  }

  #describe() {
    const { type, sdp } = this.#pc.localDescription;
    this.#send({ type, sdp: sparingSilence(sdp) });
  }
}
