/**
 * Why the screen could not be shared: the computer keeps the browser from it, or anything else.
 *
 * @typedef {'forbidden'|'failed'} ScreenProblem
 */

/** What is asked of the browser's picker, which alone decides what is offered. */
const OPTIONS = {
  // Text has to stay sharp, and every picture is encoded for each of the others: rather few of them than small ones.
  video: { width: { max: 2560 }, height: { max: 1600 }, frameRate: { ideal: 15, max: 30 } },
  // Sound as it is played, and without the voices that the call itself plays, which would come back to them.
  audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false, restrictOwnAudio: true },
  systemAudio: 'include',
  surfaceSwitching: 'include',
  // A picture of this page has that picture in it, and so on.
  selfBrowserSurface: 'exclude',
};

/** What the encoder is told to preserve. */
const CONTENT_HINT = 'text';

/**
 * This person's shared screen, window or tab, with its sound where the browser offers that.
 *
 * Event: `change`.
 */
export class ScreenShare extends EventTarget {
  /** The live tracks while something is shared. */
  stream = new MediaStream();

  /** @type {ScreenProblem|null} why the last attempt failed; that the person thought better of it is no failure */
  problem = null;

  #asking = false;
  #over = false;

  /** Whether this browser can share a screen at all. Phones cannot, and no page that came by plain http. */
  get offered() {
    return navigator.mediaDevices?.getDisplayMedia !== undefined;
  }

  /** Whether something is being shared. */
  get on() {
    return this.stream.getVideoTracks().length > 0;
  }

  /** Whether what is shared cannot be this page: only then its picture may be shown in it. */
  get elsewhere() {
    return this.stream.getVideoTracks()[0]?.getSettings().displaySurface === 'browser';
  }

  /** Begins or ends. */
  toggle() {
    return this.on ? this.stop() : this.start();
  }

  /** Lets the person choose what to share. Only in response to a click or a key. */
  async start() {
    if (!this.offered || this.on || this.#asking) {
      return;
    }
    this.#asking = true;
    this.problem = null;
    try {
      this.#take(await navigator.mediaDevices.getDisplayMedia(OPTIONS));
      if (this.#over) {
        this.stop();
      }
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.#asking = false;
      this.#changed();
    }
  }

  stop() {
    for (const track of this.stream.getTracks()) {
      track.stop();
      this.stream.removeTrack(track);
    }
    this.#changed();
  }

  /** The call is over. The browser's picker may still be open. */
  end() {
    this.#over = true;
    this.stop();
  }

  /** The person has read of the problem. */
  dismissProblem() {
    this.problem = null;
    this.#changed();
  }

  #take(stream) {
    for (const track of stream.getTracks()) {
      if (track.kind === 'video') {
        track.contentHint = CONTENT_HINT;
      }
      // The browser's own button to stop, or a window that was closed; sound may end before the picture.
      track.onended = () => this.#ended(track);
      this.stream.addTrack(track);
    }
  }

  #ended(track) {
    if (track.kind === 'video') {
      this.stop();
    } else {
      this.stream.removeTrack(track);
      this.#changed();
    }
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

/** @returns {ScreenProblem|null} */
function problemOf(error) {
  if (error.name === 'AbortError' || (error.name === 'NotAllowedError' && !/system/i.test(error.message))) {
    return null;
  }
  // Chromium tells only by the message that it was the computer that said no, and not the person.
  return error.name === 'NotAllowedError' ? 'forbidden' : 'failed';
}
