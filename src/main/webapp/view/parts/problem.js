import { t } from '../../i18n/i18n.js';
import { html } from '../../lib/lit-html.js';
import { icon } from './icon.js';

/** Says over the tiles what went wrong, until the person has read it. */
export function problem(text, dismiss) {
  return html`<div class="notice error problem" role="alert">
    ${icon('triangle-alert')}
    <p>${text}</p>
    <button type="button" class="close" title=${t('panel.close')} aria-label=${t('panel.close')} @click=${dismiss}>${icon('x')}</button>
  </div>`;
}
