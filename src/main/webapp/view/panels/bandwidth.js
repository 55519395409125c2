import { t } from '../../i18n/i18n.js';
import { html } from '../../lib/lit-html.js';

/** The switch for slow or costly networks. */
export function bandwidth({ low }, actions) {
  return html`<label class="switch">
    <input type="checkbox" role="switch" aria-describedby="low-bandwidth" .checked=${low} @change=${({ target }) => actions.saveBandwidth(target.checked)} />
    <span>${t('quality.low')}</span>
    <small id="low-bandwidth">${t('quality.low.hint')}</small>
  </label>`;
}
