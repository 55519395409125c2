/** Keeps the screen from going dark, as long as the page can be seen. Where the browser cannot, it goes dark. */
export class WakeLock {
  #lock;
  #ended = false;

  constructor() {
    // The browser lets go of it whenever the page is hidden.
    document.addEventListener('visibilitychange', this.#take);
    this.#take();
  }

  end() {
    this.#ended = true;
    document.removeEventListener('visibilitychange', this.#take);
    this.#lock?.release();
  }

  #take = async () => {
    if (document.visibilityState !== 'visible') {
      return;
    }
    try {
      this.#lock = await navigator.wakeLock?.request('screen');
    } catch {
      // Refused, to save the battery for instance.
    }
    if (this.#ended) {
      this.#lock?.release();
    }
  };
}
