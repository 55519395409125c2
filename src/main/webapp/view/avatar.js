import { html } from '../lib/lit-html.js';

/** The initials of a name: of its first and last word, or ? for none. */
export function initials(name) {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => [...word][0].toUpperCase()).join('') || '?';
}

/** What stands for a face that is not seen; each name keeps its colour. */
export function avatar(name) {
  const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 360, 17);
  return html`<div class="avatar" aria-hidden="true" .style=${`--hue: ${hue}`}>${initials(name)}</div>`;
}
