/** Something did not happen in time. */
export class TooLate extends Error {}

/**
 * What a promise gives, unless that takes too long.
 *
 * @template T
 * @param {number} wait in milliseconds
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 * @throws {TooLate}
 */
export function within(wait, promise) {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new TooLate()), wait)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** How often to look, in milliseconds. */
const INTERVAL = 100;

/**
 * Looks until there is something to see.
 *
 * @template T
 * @param {number} wait in milliseconds
 * @param {() => T|Promise<T>} look gives something falsy until then
 * @returns {Promise<T>}
 * @throws {TooLate}
 */
export async function until(wait, look) {
  for (const end = performance.now() + wait; performance.now() < end; ) {
    const seen = await look();
    if (seen) {
      return seen;
    }
    await new Promise((done) => setTimeout(done, INTERVAL));
  }
  throw new TooLate();
}
