import { html } from '../../lib/lit-html.js';

/** The initials of a name: of its first and last word, or ? for none. */
export function initials(name) {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => [...word][0].toUpperCase()).join('') || '?';
}

/** The hue that a name keeps, in degrees. */
export function hue(name) {
  return [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 360, 17);
}

/** What stands for a face that is not seen. */
export function avatar(name) {
  return html`<div class="avatar" aria-hidden="true" .style=${`--hue: ${hue(name)}`}>${initials(name)}</div>`;
}
