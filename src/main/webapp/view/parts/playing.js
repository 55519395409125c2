import { AsyncDirective, directive } from '../../lib/async-directive.js';
import { noChange } from '../../lib/lit-html.js';
import { playback } from './playback.js';

/**
 * Gives a media element its stream and plays it, once: one that is given its stream again starts anew. And takes it away
 * when the element is gone: until somebody clears it away, it would hold on to pictures, of which a camera has but a few,
 * and the camera would stand still for a second when the next one is shown.
 */
export const playing = directive(
  class extends AsyncDirective {
    #element;
    #stream;

    render() {
      return noChange;
    }

    update({ element }, [stream]) {
      if (this.#stream !== stream) {
        this.#element = element;
        this.#stream = stream;
        this.#begin();
      }
      return noChange;
    }

    disconnected() {
      this.#element.srcObject = null;
      playback.forget(this.#element);
    }

    reconnected() {
      this.#begin();
    }

    #begin() {
      const element = this.#element;
      element.srcObject = this.#stream;
      playback.play(element);
      // Safari thinks better of it when the first sound comes, and a phone when it rings.
      element.onpause = () => element.srcObject && !element.muted && playback.play(element);
    }
  },
);
