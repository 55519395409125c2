import { AsyncDirective, directive } from '../../lib/async-directive.js';
import { noChange } from '../../lib/lit-html.js';

/**
 * Gives a media element its stream, once: one that is given its stream again starts anew. And takes it away when the element
 * is gone: until somebody clears it away, it would hold on to pictures, of which a camera has but a few, and the camera
 * would stand still for a second when the next one is shown.
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
        element.srcObject = stream;
      }
      return noChange;
    }

    disconnected() {
      this.#element.srcObject = null;
    }

    reconnected() {
      this.#element.srcObject = this.#stream;
    }
  },
);
