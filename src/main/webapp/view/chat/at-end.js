import { ref } from '../../lib/directives/ref.js';

/** How far from its end a list still counts as read to the end, in pixels. */
const NEAR = 40;

/** Keeps a list at its end while it grows or has less room, as long as that is where the reader is. */
export class AtEnd {
  #list;
  #atEnd = true;
  #resized = new ResizeObserver(() => this.#settle());

  /** Goes to the end with the next rendering, wherever the reader is. */
  go() {
    this.#atEnd = true;
  }

  /** For the element that scrolls; to be asked for at every rendering. */
  keep() {
    // When what is being rendered is there.
    queueMicrotask(() => this.#settle());
    return ref(this.#take);
  }

  #take = (list) => {
    this.#list = list;
    this.#atEnd = true;
    this.#resized.disconnect();
    if (list) {
      this.#resized.observe(list);
      list.onscroll = () => (this.#atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR);
    }
  };

  #settle() {
    if (this.#atEnd && this.#list) {
      this.#list.scrollTop = this.#list.scrollHeight;
    }
  }
}
