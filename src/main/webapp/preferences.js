/** What the person has chosen, from visit to visit; only for this one where the browser keeps nothing. */

const PREFIX = 'parley.';
const chosen = new Map();

/**
 * @template T
 * @param {string} name
 * @param {T} otherwise
 * @returns {T} what was kept, whatever shape it has by now: it is for the caller to check
 */
export function preference(name, otherwise) {
  if (chosen.has(name)) {
    return chosen.get(name);
  }
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name)) ?? otherwise;
  } catch {
    // Blocked by the person or by a policy, or written by something else.
    return otherwise;
  }
}

/** Keeps something that can be written as JSON. */
export function prefer(name, value) {
  chosen.set(name, value);
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // Blocked by the person or by a policy.
  }
}
