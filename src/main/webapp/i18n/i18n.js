import { prefer, preference } from '../preferences.js';
import { en } from './en.js';
import { zh } from './zh.js';

/**
 * The words of the page. A table maps each key to a text with `{places}`, or to a function of the values that returns one
 * (for plurals). All tables have the keys of the English one.
 */
const TABLES = { en, zh };

/** The languages there are, each by its own name. */
export const LANGUAGES = Object.freeze({ en: 'English', zh: '中文' });

let current = chosen() ?? ofTheBrowser();

/** @returns {'en'|'zh'} */
export function language() {
  return current;
}

/** Speaks this language from now on, and at the next visit. */
export function speak(language) {
  current = language;
  prefer('language', language);
}

/**
 * The text of a key in the language of the page.
 *
 * @param {string} key
 * @param {Record<string, string|number>} [values] for its places
 * @returns {string}
 */
export function t(key, values = {}) {
  return parts(key, values).join('');
}

/**
 * The same in pieces, for values that are more than text, such as links: templates show a list as it is.
 *
 * @param {string} key
 * @param {Record<string, unknown>} [values]
 * @returns {unknown[]}
 */
export function parts(key, values = {}) {
  const entry = TABLES[current][key];
  const text = typeof entry === 'function' ? entry(values) : entry;
  return text.split(/\{(\w+)\}/).map((piece, i) => (i % 2 === 0 ? piece : values[piece]));
}

function chosen() {
  const kept = preference('language');
  return Object.hasOwn(TABLES, kept) ? kept : undefined;
}

function ofTheBrowser() {
  const known = navigator.languages.map((tag) => tag.split('-')[0].toLowerCase());
  return known.find((tag) => Object.hasOwn(TABLES, tag)) ?? 'en';
}
