import { LANGUAGES, language, t } from '../i18n/i18n.js';
import { html } from '../lib/lit-html.js';
import { prefer } from '../preferences.js';
import { enabled } from './shortcuts.js';

/** What the person may choose, before a call and in it. */
export function settings(model, actions) {
  return html`<div class="settings">${languages(actions)} ${shortcuts()}</div>`;
}

function languages(actions) {
  return html`<label class="field">
    <span>${t('settings.language')}</span>
    <select @change=${({ target }) => actions.speak(target.value)}>
      ${Object.entries(LANGUAGES).map(
        ([code, name]) => html`<option value=${code} lang=${code} .selected=${code === language()}>${name}</option>`,
      )}
    </select>
  </label>`;
}

function shortcuts() {
  return html`<label class="choice">
    <input type="checkbox" .checked=${enabled()} @change=${({ target }) => prefer('shortcuts', target.checked)} />
    <span>${t('settings.shortcuts')}</span>
  </label>`;
}
