/**
 * Whether the browser plays what it was given: some let nothing be heard, not even who only came to listen, until one
 * has clicked on the page.
 *
 * Events: `change`.
 */
class Playback extends EventTarget {
  #blocked = new Set();

  /** Whether something waits for a click. */
  get blocked() {
    return this.#blocked.size > 0;
  }

  /** @param {HTMLMediaElement} element */
  async play(element) {
    try {
      await element.play();
      this.forget(element);
    } catch (error) {
      // Anything else is no refusal: there is another stream by now, or none.
      if (error.name === 'NotAllowedError') {
        this.#blocked.add(element);
        this.#changed();
      }
    }
  }

  /** The person has clicked. */
  resume() {
    this.#blocked.forEach((element) => this.play(element));
  }

  /** Nothing is to be heard of it any more. */
  forget(element) {
    if (this.#blocked.delete(element)) {
      this.#changed();
    }
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

export const playback = new Playback();
