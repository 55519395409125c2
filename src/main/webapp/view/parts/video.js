import { html } from '../../lib/lit-html.js';
import { playing } from './playing.js';

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
  const look = `${seen ? '' : 'dark'} ${mirrored ? 'mirrored' : ''}`;
  return html`<video .muted=${muted} autoplay playsinline class=${look} ${playing(stream)}></video>`;
}
