import { guard } from '../lib/directives/guard.js';
import { html } from '../lib/lit-html.js';

/**
 * The picture, and unless muted the sound, of a stream.
 *
 * @param {MediaStream} stream
 * @param {object} options
 * @param {boolean} [options.muted]
 * @param {boolean} [options.seen] false keeps the sound and hides the picture
 * @param {boolean} [options.mirrored] as people know themselves
 */
export function video(stream, { muted = false, seen = true, mirrored = false }) {
  // lit-html sets a property that holds an object at every rendering, and an element that is given its stream again
  // starts anew: guard lets it through once.
  const source = guard([stream], () => stream);
  const look = `${seen ? '' : 'dark'} ${mirrored ? 'mirrored' : ''}`;
  return html`<video .srcObject=${source} .muted=${muted} autoplay playsinline class=${look}></video>`;
}
