/** What one may say without words. */
export const REACTIONS = Object.freeze(['👍', '❤️', '😂', '😮', '👏', '🎉']);

/** How long a reaction is seen, in milliseconds. */
const SEEN = 4000;

/** The most that are seen of one person at a time: whoever sends more is not to be seen more. */
const AT_ONCE = 5;

/**
 * The reactions that are seen at the moment.
 *
 * Events: `change`; `reaction` with `{from, reaction}`, `from` being the remote.
 */
export class Reactions extends EventTarget {
  #data;
  #seen = [];
  #count = 0;

  /** @param {import('./data.js').Data} data */
  constructor(data) {
    super();
    this.#data = data;
    data.addEventListener('reaction', ({ detail: { from, message } }) => this.#take(from, message.reaction));
  }

  /** Shows the others a reaction, and oneself. */
  send(reaction) {
    this.#data.say({ type: 'reaction', reaction });
    this.#show(undefined, reaction);
  }

  /**
   * What is seen of somebody, oldest first.
   *
   * @param {string} [from] the remote's id; undefined for oneself
   * @returns {{key: number, reaction: string}[]}
   */
  of(from) {
    return this.#seen.filter((it) => it.from === from);
  }

  #take(from, reaction) {
    if (REACTIONS.includes(reaction) && this.of(from.id).length < AT_ONCE) {
      this.#show(from.id, reaction);
      this.dispatchEvent(new CustomEvent('reaction', { detail: { from, reaction } }));
    }
  }

  #show(from, reaction) {
    const shown = { key: this.#count++, from, reaction };
    this.#seen.push(shown);
    this.#changed();
    setTimeout(() => {
      this.#seen.splice(this.#seen.indexOf(shown), 1);
      this.#changed();
    }, SEEN);
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
