/** How long to wait before trying once more, in milliseconds: for what is over in a moment, and for anything else. */
const AGAIN = 500;
const LATER = 5000;

/** Whether the page may choose where sound is heard. */
export const canChooseSpeaker = 'setSinkId' in HTMLMediaElement.prototype;

/**
 * Where everything is heard.
 *
 * Events: `change` when the speaker could not be used, and when it could after all.
 */
class Speaker extends EventTarget {
  /** @type {string|undefined} the id of the one that could not be used when it was last tried */
  refused;

  /** Which one each element was given last. */
  #given = new WeakMap();

  /**
   * Lets everything that is heard be heard from one speaker.
   *
   * @param {ParentNode} root
   * @param {string} sink its id, or '' for the system's
   */
  playThrough(root, sink) {
    if (!canChooseSpeaker) {
      return;
    }
    for (const element of root.querySelectorAll('video, audio')) {
      if (!element.muted && (this.#given.get(element) ?? '') !== sink) {
        this.#give(element, sink);
      }
    }
  }

  async #give(element, sink) {
    this.#given.set(element, sink);
    try {
      await element.setSinkId(sink);
      if (this.refused === sink) {
        this.#refuse(undefined);
      }
    } catch (error) {
      // Chromium says so of an element whose sound is just about to begin; a little later it does it.
      const fleeting = error.name === 'AbortError';
      if (!fleeting && this.refused !== sink) {
        console.warn('the speaker could not be used', error);
        this.#refuse(sink);
      }
      const still = () => element.isConnected && this.#given.get(element) === sink;
      setTimeout(() => still() && this.#give(element, sink), fleeting ? AGAIN : LATER);
    }
  }

  #refuse(sink) {
    this.refused = sink;
    this.dispatchEvent(new Event('change'));
  }
}

export const speaker = new Speaker();
