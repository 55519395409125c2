import { t } from '../../i18n/i18n.js';

const TEXTS = {
  silent: 'warning.silent',
  losing: 'warning.losing',
  busy: 'warning.busy',
  weak: 'warning.weak',
  unheard: 'warning.unheard',
};

/**
 * What is wrong, in words.
 *
 * @param {import('../../call/quality/quality.js').Warning} warning
 */
export function warningText({ code, remote }) {
  return t(TEXTS[code], { name: remote?.name });
}

let said;

/** Says the most important warning when it is another than before. */
export function newWarning({ warnings }, say) {
  const text = warnings.length > 0 ? warningText(warnings[0]) : undefined;
  if (text && text !== said) {
    say(text);
  }
  said = text;
}
