import { INITIAL_STATE } from '../signaling/protocol.js';

/** Tells the room whether we are heard and seen: whenever that changes, and nothing that it takes for granted. */
export class Telling {
  #media;
  #send;
  #told;

  /**
   * @param {import('./local-media.js').LocalMedia} media
   * @param {(state: import('../signaling/protocol.js').State) => void} send
   */
  constructor(media, send) {
    this.#media = media;
    this.#send = send;
  }

  /** The room knows nothing of us but that we are there. */
  begin() {
    this.#told = INITIAL_STATE;
    this.#tell();
    this.#media.addEventListener('change', this.#tell);
  }

  end() {
    this.#media.removeEventListener('change', this.#tell);
  }

  #tell = () => {
    const state = { ...INITIAL_STATE, audio: this.#media.on('audio'), video: this.#media.on('video') };
    if (state.audio !== this.#told.audio || state.video !== this.#told.video) {
      this.#told = state;
      this.#send(state);
    }
  };
}
