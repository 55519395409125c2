import { MicrophoneLevel } from '../media/microphone-level.js';
import { Opening } from '../media/opening.js';
import { within } from './limit.js';

/** How long the browser may ask the person, in milliseconds. */
const TO_OPEN = 45_000;

/** What the steps of a check work with, and leave to each other. Event: `change` when something has been opened. */
export class Bench extends EventTarget {
  /** What has been opened. @type {MediaStream|undefined} */
  stream;

  /** How loud the microphone is. */
  level = new MicrophoneLevel(this);

  /** @type {RTCIceServer[]} as the server has told */
  iceServers = [];

  #opening;

  /**
   * @param {object} options
   * @param {string} options.signal where the signalling server is
   * @param {import('../media/devices.js').Devices} options.devices
   * @param {(kind: 'audio'|'video') => boolean} options.permitted
   * @param {(stream: MediaStream) => Promise<{width: number, height: number, framesPerSecond: number}>} options.watch
   *   counts the pictures of a stream
   * @param {(sink: string) => Promise<void>} options.play plays a sound
   */
  constructor({ signal, devices, permitted, watch, play }) {
    super();
    Object.assign(this, { signal, devices, watch, play });
    this.#opening = new Opening(devices, permitted);
  }

  /**
   * Opens the chosen microphone or camera.
   *
   * @returns {Promise<{device?: string, problem: string|null}>}
   */
  async open(kind) {
    const opening = this.#opening.one(kind);
    try {
      const { tracks, problem } = await within(TO_OPEN, opening);
      this.stream ??= new MediaStream();
      tracks.forEach((track) => this.stream.addTrack(track));
      this.dispatchEvent(new Event('change'));
      await this.devices.refresh();
      return { device: tracks[0]?.label, problem };
    } catch {
      opening.then(({ tracks }) => tracks.forEach((track) => track.stop()));
      return { problem: 'unanswered' };
    }
  }

  close() {
    this.level.rest();
    this.stream?.getTracks().forEach((track) => track.stop());
  }
}
