import { createRef, ref } from '../lib/directives/ref.js';

/** How far from its end a list still counts as read to the end, in pixels. */
const NEAR = 40;

/** Keeps a list that grows at its end, while that is where the reader is. */
export class AtEnd {
  #list = createRef();
  #forced = false;

  /** Goes to the end with the next rendering, wherever the reader is. */
  go() {
    this.#forced = true;
  }

  /** For the element that scrolls; to be asked for at every rendering. */
  keep() {
    const list = this.#list.value;
    if (!list || this.#forced || list.scrollHeight - list.scrollTop - list.clientHeight < NEAR) {
      this.#forced = false;
      // When what is being rendered is there.
      queueMicrotask(() => this.#list.value?.scrollTo(0, this.#list.value.scrollHeight));
    }
    return ref(this.#list);
  }
}
