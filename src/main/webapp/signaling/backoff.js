/**
 * How long to wait before a try to connect, in milliseconds, and how often in a row. A server that is started again
 * takes a minute or two at most, and whoever was in a call wants to be back at once.
 */
const STEPS = [
  [0, 1],
  [300, 1],
  [1000, 1],
  [1500, 120],
  [5000, 12],
  [10000, Infinity],
];

/**
 * How long to wait before a try to connect, in milliseconds.
 *
 * @param {number} tries how many there were since there last was a connection
 * @param {() => number} random from 0 to 1
 */
export function backoff(tries, random = Math.random) {
  let before = 0;
  const [longest] = STEPS.find(([, times]) => tries < (before += times));
  // So that a building does not return to a restarted server all at once.
  return longest * (0.5 + random() / 2);
}
