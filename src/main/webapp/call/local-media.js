/**
 * Why there is no camera or microphone: the page was not loaded securely, the user or a policy said no, there is
 * none, or another program holds it.
 *
 * @typedef {'insecure'|'denied'|'missing'|'busy'} Problem
 */

/** What is asked of camera and microphone. */
const CONSTRAINTS = {
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } },
};

/** @returns {Problem} */
function problemOf(error) {
  switch (error.name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    default:
      return 'busy';
  }
}

/**
 * This person's camera and microphone.
 *
 * Events: `track` with `{kind, track}` when another track, or none, is to be sent; `change` after every change.
 */
export class LocalMedia extends EventTarget {
  /** The live tracks, at most one of a kind. */
  stream = new MediaStream();

  /** @type {{audio: Problem|null, video: Problem|null}} */
  problems = { audio: null, video: null };

  /** Whether the person wants to be heard and seen. */
  wanted = { audio: true, video: true };

  #asking = new Set();

  /** Asks for what is not there: both at once, so that there is one question, then for each, if the answer was no. */
  async open() {
    const kinds = ['audio', 'video'].filter((kind) => !this.#track(kind) && !this.#asking.has(kind));
    if (kinds.length > 0 && !(await this.#acquire(kinds)) && kinds.length > 1) {
      await this.#acquire(['audio']);
      await this.#acquire(['video']);
    }
  }

  /** Whether it is turned on: it is sent, or will be once the browser has given it. */
  on(kind) {
    return this.wanted[kind] && (this.#asking.has(kind) || this.#track(kind) !== undefined);
  }

  /** Whether something of this kind is being sent. */
  sends(kind) {
    return this.wanted[kind] && this.#track(kind) !== undefined;
  }

  /**
   * Turns microphone or camera on or off. A muted microphone stays open, so that unmuting is immediate; a camera that
   * is off is released, so that its light goes out.
   */
  async turn(kind, on) {
    this.wanted[kind] = on;
    const track = this.#track(kind);
    if (kind === 'video' && track && !on) {
      track.stop();
      this.stream.removeTrack(track);
      this.#announce(kind, null);
    } else if (track) {
      track.enabled = on;
    } else if (on && !this.#asking.has(kind)) {
      await this.#acquire([kind]);
    }
    this.#changed();
  }

  #track(kind) {
    return this.stream.getTracks().find((track) => track.kind === kind);
  }

  /** Whether that is all there is to ask: the browser gave them, or would give nothing to this address. */
  async #acquire(kinds) {
    kinds.forEach((kind) => this.#asking.add(kind));
    this.#changed();
    const problem = navigator.mediaDevices ? await this.#ask(kinds) : 'insecure';
    kinds.forEach((kind) => {
      this.problems[kind] = problem;
      this.#asking.delete(kind);
    });
    this.#changed();
    return problem === null || problem === 'insecure';
  }

  /** @returns {Promise<Problem|null>} */
  async #ask(kinds) {
    try {
      const constraints = Object.fromEntries(kinds.map((kind) => [kind, CONSTRAINTS[kind]]));
      this.#take(await navigator.mediaDevices.getUserMedia(constraints));
      return null;
    } catch (error) {
      return problemOf(error);
    }
  }

  #take(stream) {
    for (const track of stream.getTracks()) {
      if (track.kind === 'video' && !this.wanted.video) {
        // Turned off while the browser was still asking.
        track.stop();
      } else {
        this.#add(track);
      }
    }
  }

  #add(track) {
    track.enabled = this.wanted[track.kind];
    this.stream.addTrack(track);
    track.onended = () => {
      this.stream.removeTrack(track);
      this.problems[track.kind] = 'missing';
      this.#announce(track.kind, null);
      this.#changed();
    };
    this.#announce(track.kind, track);
  }

  #announce(kind, track) {
    this.dispatchEvent(new CustomEvent('track', { detail: { kind, track } }));
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
