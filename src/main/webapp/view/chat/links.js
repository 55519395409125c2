import { html } from '../../lib/lit-html.js';

/** An address as people write it: ASCII, as other letters may only look like those of an address one trusts. */
const ADDRESS = /(?:https?:\/\/|mailto:)[\w.~:/?#[\]@!$&'()*+,;=%-]+/gi;

const PROTOCOLS = ['http:', 'https:', 'mailto:'];

/** What ends a sentence and not the address in it; a closing bracket does if it was opened before the address. */
const ENDING = ".,:;!?'*";
const BRACKETS = [
  ['(', ')'],
  ['[', ']'],
];

/** A text with its addresses made clickable, each under its own name. */
export function linked(text) {
  const pieces = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimmed(match[0]);
    const after = text.slice(match.index + address.length, match.index + address.length + 1);
    if (isAddress(address, after)) {
      pieces.push(text.slice(end, match.index), link(address));
      end = match.index + address.length;
    }
  }
  return [...pieces, text.slice(end)];
}

const link = (address) => html`<a href=${address} target="_blank" rel="noopener noreferrer" dir="ltr">${address}</a>`;

function trimmed(address) {
  const surplus = Object.fromEntries(BRACKETS.map(([open, close]) => [close, count(address, close) - count(address, open)]));
  let end = address.length;
  while (ENDING.includes(address[end - 1]) || surplus[address[end - 1]]-- > 0) {
    end--;
  }
  return address.slice(0, end);
}

const count = (text, character) => text.split(character).length - 1;

function isAddress(address, after) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  // Neither one that only seems to lead to what stands before the @, nor the first letters of a name that goes on.
  const cut = url.pathname.length <= 1 && !address.endsWith('/') && /[\p{L}\p{N}]/u.test(after);
  return PROTOCOLS.includes(url.protocol) && !url.username && !url.password && !cut;
}
