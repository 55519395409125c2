import { html } from '../../lib/lit-html.js';

const WIDTH = 120;
const HEIGHT = 24;

/**
 * A small curve of what has been of late; decoration, for the figure is beside it.
 *
 * @param {(number|undefined)[]} values oldest first
 * @param {object} options
 * @param {number} options.length how many there can be, so that all curves have one scale of time
 * @param {number} options.top what is at the top at least
 */
export function sparkline(values, { length, top }) {
  const highest = Math.max(top, ...values.filter((value) => value !== undefined));
  const point = (value, i) => {
    const x = ((length - values.length + i) / (length - 1)) * WIDTH;
    const y = HEIGHT - 1 - ((value ?? 0) / highest) * (HEIGHT - 2);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  };
  return html`<svg class="sparkline" aria-hidden="true" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none">
    <polyline points=${values.map(point).join(' ')}></polyline>
  </svg>`;
}
