/** How long the server may be out of reach until it is worth saying, in milliseconds. */
const UNREMARKABLE = 1000;

/** A time without a server. Event: `change` when it has become, or is no longer, worth saying. */
export class Outage extends EventTarget {
  noticed = false;

  #timer;

  begin() {
    this.#timer ??= setTimeout(() => this.#notice(true), UNREMARKABLE);
  }

  end() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#notice(false);
  }

  #notice(noticed) {
    if (this.noticed !== noticed) {
      this.noticed = noticed;
      this.dispatchEvent(new Event('change'));
    }
  }
}
