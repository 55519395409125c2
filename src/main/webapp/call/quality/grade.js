/** From where on a connection is no longer good, and when it is poor: parts of the packets, and milliseconds. */
const FAIR = { loss: 0.02, rtt: 200, jitter: 30 };
const POOR = { loss: 0.08, rtt: 500, jitter: 80 };

/** Whether packets get lost by more than a conversation takes no notice of. */
export function loses({ lossUp = 0, lossDown = 0 }) {
  return Math.max(lossUp, lossDown) > POOR.loss;
}

/**
 * How a connection is, in one word.
 *
 * @param {import('./stats.js').Figures} figures
 * @returns {'good'|'fair'|'poor'}
 */
export function grade(figures) {
  const { lossUp = 0, lossDown = 0, rtt = 0, jitter = 0 } = figures;
  const beyond = (limit) => Math.max(lossUp, lossDown) > limit.loss || rtt > limit.rtt || jitter > limit.jitter;
  return beyond(POOR) ? 'poor' : beyond(FAIR) ? 'fair' : 'good';
}
