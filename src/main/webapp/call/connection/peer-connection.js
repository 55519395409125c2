import { Candidates } from './candidates.js';
import { DataChannel } from '../data/data-channel.js';
import { Encodings } from './encodings.js';
import { IncomingCandidates } from './incoming-candidates.js';
import { Negotiation } from './negotiation.js';
import { COURTESY, Recovery } from './recovery.js';
import { ScreenSending } from './screen-sending.js';
import { carriesScreen, faceSection } from './sections.js';
import { Sending } from './sending.js';
import { Voice } from '../quality/voice.js';

/**
 * The connection to one remote peer. Knows no page and no socket.
 *
 * Events: `change` when the connection's state or the remote media have changed.
 */
export class PeerConnection extends EventTarget {
  /** The remote peer's microphone and camera. */
  remote = new MediaStream();

  /** Messages to and from the remote peer. @type {DataChannel} */
  data;

  /** The remote peer's shared screen. Its tracks stay, and are still, when nothing is shared any more. */
  screen = new MediaStream();

  #pc;
  #negotiation;
  #candidates;
  #incoming;
  #sending;
  #screenSending;
  #encodings;
  #voice;
  #recovery;

  /**
   * @param {object} options
   * @param {boolean} options.polite who gives way in glare
   * @param {RTCIceServer[]} options.iceServers
   * @param {MediaStream} options.local our microphone and camera; may be empty
   * @param {MediaStream} options.screen what we share; may be empty
   * @param {(message: {type: string, sdp?: string, candidates?: RTCIceCandidateInit[]}) => void} options.send
   */
  constructor({ polite, iceServers, local, screen, send }) {
    super();
    const pc = (this.#pc = new RTCPeerConnection({ iceServers, bundlePolicy: 'max-bundle' }));
    this.#negotiation = new Negotiation(pc, { polite, send });
    this.#sending = new Sending(pc, local);
    this.data = new DataChannel(pc);
    this.#screenSending = new ScreenSending(pc, screen);
    this.#encodings = new Encodings(pc, local);
    this.#voice = new Voice(pc, this.remote);
    this.#incoming = new IncomingCandidates(pc);
    this.#recovery = new Recovery(pc, { polite, restart: () => this.#restart() });
    this.#candidates = new Candidates(
      (candidates) => send({ type: 'candidates', candidates }),
      () => ['connected', 'completed'].includes(pc.iceConnectionState),
    );
    pc.onicecandidate = ({ candidate }) => this.#candidates.add(candidate);
    pc.ontrack = ({ track, transceiver }) => this.#addRemote(track, transceiver);
    pc.onconnectionstatechange = () => {
      this.#watchTransport();
      this.#recovery.changed();
      this.#changed();
    };
  }

  /** @returns {RTCPeerConnectionState} "closed" also when it was the remote peer that closed it */
  get state() {
    return this.#transport?.state === 'closed' ? 'closed' : this.#pc.connectionState;
  }

  /** What the remote peer's end is known by, once it has described it. */
  get session() {
    return this.#negotiation.session;
  }

  /** Makes the first offer: of everything we send, and to receive what we do not. */
  start() {
    this.data.attach();
    this.#sending.attach();
    this.#sending.receiveTheRest();
    this.#screenSending.attach();
    this.adapt();
    // At once, and not when the browser asks for it, which is after all that else waits to be done.
    this.#negotiation.offer();
  }

  /**
   * Goes on after messages were lost: with a negotiation that was cut off, and with the search for a way.
   *
   * @param {boolean} first whether we, and not the remote peer, are the one to begin
   */
  goOn(first) {
    if (!this.#negotiation.repeatOffer() && this.#pc.connectionState !== 'connected') {
      // If nobody has described anything, the remote peer may be about to repeat its offer.
      this.#recovery.within(first && !this.#negotiation.untouched ? 0 : COURTESY);
    }
  }

  /** Sends this track from now on, or nothing. */
  async replaceTrack(kind, track) {
    await this.#sending.replaceTrack(kind, track);
    this.adapt();
  }

  /** @param {import('../quality/budget.js').Targets} targets what may be sent from now on */
  set targets(targets) {
    this.#encodings.targets = targets;
  }

  /** Sees to the targets after something about a track has changed. */
  adapt() {
    this.#encodings.apply();
  }

  /** How loud the remote peer is, from 0 to 1, where 1 is full scale. */
  get audioLevel() {
    return this.#voice.level;
  }

  /** @returns {Promise<RTCStatsReport>} */
  stats() {
    return this.#pc.getStats();
  }

  /** The mids of the sections of microphones and cameras; those of all others are of shared screens. */
  get faces() {
    return { audio: faceSection(this.#pc, 'audio'), video: faceSection(this.#pc, 'video') };
  }

  /** Sends what is shared now, or nothing. */
  updateScreen() {
    this.#screenSending.update();
  }

  /**
   * The remote peer's offer or answer.
   *
   * @param {import('../../signaling/protocol.js').Description} description
   */
  async onDescription(description) {
    // In the same turn as setRemoteDescription, or our tracks and the data channel would ask for an offer of our own.
    this.#sending.attach();
    if (description.sdp.includes('m=application')) {
      this.data.attach();
    }
    await this.#negotiation.onDescription(description);
    if (description.type === 'offer' && !this.#negotiation.ignoring) {
      this.#sending.giveWay();
    }
    this.#screenSending.attach();
    await this.#incoming.addEarly();
  }

  /** Candidates of the remote peer. */
  onCandidates(candidates) {
    return this.#incoming.add(candidates, this.#negotiation.ignoring);
  }

  close() {
    this.#candidates.close();
    this.#recovery.close();
    this.#negotiation.close();
    this.#pc.close();
  }

  get #transport() {
    // One for all: they are bundled.
    return this.#pc.getReceivers().find((receiver) => receiver.transport)?.transport;
  }

  #watchTransport() {
    if (this.#transport) {
      this.#transport.onstatechange = () => this.#changed();
    }
  }

  #restart() {
    if (this.#negotiation.untouched) {
      this.start();
    } else {
      this.#pc.restartIce();
    }
  }

  #addRemote(track, transceiver) {
    const stream = carriesScreen(this.#pc, transceiver) ? this.screen : this.remote;
    stream.addTrack(track);
    track.onmute = track.onunmute = () => this.#changed();
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
