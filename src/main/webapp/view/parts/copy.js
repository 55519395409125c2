import { t } from '../../i18n/i18n.js';

/** Copies text; where the browser has no clipboard for the page (plain http), shows it for copying by hand. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    window.prompt(t('stage.copy.by-hand'), text);
    return false;
  }
}
