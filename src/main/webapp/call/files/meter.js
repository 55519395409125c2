/** Over how long the speed is taken, in milliseconds. */
const SPAN = 5000;

/** How fast something goes on. */
export class Meter {
  /** @type {{at: number, done: number}[]} */
  #marks = [{ at: performance.now(), done: 0 }];

  /** @param {number} done how much there is by now, in bytes */
  mark(done) {
    const at = performance.now();
    this.#marks.push({ at, done });
    while (this.#marks.length > 2 && at - this.#marks[1].at > SPAN) {
      this.#marks.shift();
    }
  }

  /** Bytes per second; 0 as long as nothing is known. */
  get speed() {
    const [first] = this.#marks;
    const last = this.#marks.at(-1);
    return last.at > first.at ? ((last.done - first.done) / (last.at - first.at)) * 1000 : 0;
  }
}
