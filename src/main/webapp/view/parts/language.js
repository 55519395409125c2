import { LANGUAGES, language, t } from '../../i18n/i18n.js';
import { html } from '../../lib/lit-html.js';

/** The choice of the page's language. */
export function languages({ speak }) {
  return html`<label class="field">
    <span>${t('settings.language')}</span>
    <select @change=${({ target }) => speak(target.value)}>
      ${Object.entries(LANGUAGES).map(
        ([code, name]) => html`<option value=${code} lang=${code} .selected=${code === language()}>${name}</option>`,
      )}
    </select>
  </label>`;
}
