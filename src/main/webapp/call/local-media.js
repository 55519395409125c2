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

  /** Asks for both at once, so that there is one question; then for each, if the answer was no. */
  async open() {
    if (await this.#acquire(['audio', 'video'])) {
      return;
    }
    await this.#acquire(['audio']);
    await this.#acquire(['video']);
  }

  /** Whether something of this kind is being sent. */
  on(kind) {
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
    } else if (on && !track) {
      await this.#acquire([kind]);
    } else if (track) {
      track.enabled = on;
    }
    this.#changed();
  }

  close() {
    this.stream.getTracks().forEach((track) => {
      track.stop();
      this.stream.removeTrack(track);
    });
  }

  #track(kind) {
    return this.stream.getTracks().find((track) => track.kind === kind);
  }

  async #acquire(kinds) {
    try {
      if (!navigator.mediaDevices) {
        kinds.forEach((kind) => (this.problems[kind] = 'insecure'));
        return true;
      }
      const constraints = Object.fromEntries(kinds.map((kind) => [kind, CONSTRAINTS[kind]]));
      const stream = await navigator.mediaDevices.getUserMedia(constraints);
      stream.getTracks().forEach((track) => this.#add(track));
      return true;
    } catch (error) {
      kinds.forEach((kind) => (this.problems[kind] = problemOf(error)));
      return false;
    } finally {
      this.#changed();
    }
  }

  #add(track) {
    if (!this.wanted[track.kind] && track.kind === 'video') {
      // The person changed their mind while the browser was asking.
      track.stop();
      return;
    }
    track.enabled = this.wanted[track.kind];
    this.problems[track.kind] = null;
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
