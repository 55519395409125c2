/** What is asked of the camera: as much as can be made use of. All are sizes that cameras have. */
const LARGE = { width: 1280, height: 720, frameRate: 30 };
const SMALL = { width: 640, height: 360, frameRate: 24 };
const TINY = { width: 320, height: 180, frameRate: 10 };

/** How long less has to be enough, or more be needed, until the camera is asked for more, in milliseconds. */
const PATIENCE = 8000;

/** Lets the camera deliver no more than is sent: scaling each picture down for each of seven others costs more than sending it. */
export class CameraSize {
  #media;
  #changed;
  #size = LARGE;
  #timer;

  /**
   * @param {import('./local-media.js').LocalMedia} media
   * @param {() => void} changed the camera delivers another size
   */
  constructor(media, changed) {
    this.#media = media;
    this.#changed = changed;
    media.addEventListener('track', this.#newTrack);
  }

  /** @param {import('../quality/budget.js').Picture} picture the largest that is sent */
  follow({ height, maxFramerate }) {
    clearTimeout(this.#timer);
    const tiny = height <= TINY.height && maxFramerate <= TINY.frameRate;
    const size = tiny ? TINY : height > SMALL.height ? LARGE : SMALL;
    if (size.height < this.#size.height) {
      this.#ask(size);
    } else {
      // A camera that is asked for another size may stand still for a moment: not for each who comes and goes.
      this.#timer = setTimeout(() => this.#ask(size), PATIENCE);
    }
  }

  end() {
    clearTimeout(this.#timer);
    this.#media.removeEventListener('track', this.#newTrack);
    this.#changed = () => {};
    this.#ask(LARGE);
  }

  #newTrack = ({ detail: { kind, track } }) => {
    // What cameras are opened with is the large size.
    if (kind === 'video' && track && this.#size !== LARGE) {
      this.#apply(track);
    }
  };

  #ask(size) {
    if (this.#size !== size) {
      this.#size = size;
      this.#media.stream.getVideoTracks().forEach((track) => this.#apply(track));
    }
  }

  async #apply(track) {
    const { width, height, frameRate } = this.#size;
    try {
      await track.applyConstraints({
        ...track.getConstraints(),
        width: { ideal: width },
        height: { ideal: height },
        frameRate: { ideal: frameRate },
      });
    } catch (error) {
      // It is scaled down all the same.
      console.debug('the camera does not change its size', error);
    }
    this.#changed();
  }
}
