import { Level } from './level.js';

/** How loud the microphone is, as the others hear it: whichever is in use, and not at all while it is muted. */
export class MicrophoneLevel {
  #media;
  #track;
  #level;

  /** @param {import('./local-media.js').LocalMedia} media */
  constructor(media) {
    this.#media = media;
  }

  /** From 0 to 1, now. */
  get value() {
    const [track] = this.#media.stream.getAudioTracks();
    if (track !== this.#track) {
      this.rest();
      this.#track = track;
      this.#level = track && new Level(track);
    }
    return this.#level?.value ?? 0;
  }

  /** Listens no more until it is asked again. */
  rest() {
    this.#level?.close();
    this.#level = this.#track = undefined;
  }
}
