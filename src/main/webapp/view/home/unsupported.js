import { language, t } from '../../i18n/i18n.js';
import { html, render } from '../../lib/lit-html.js';
import { icon } from '../parts/icon.js';

/**
 * All there is to show in a browser that cannot make calls.
 *
 * @param {string[]} lacking what it does not have
 */
export function showUnsupported(lacking) {
  document.documentElement.lang = language();
  render(
    html`<div class="home">
      <header><img src="icon.svg" alt="" width="36" height="36" /><span class="brand">Parley</span></header>
      <main class="card unsupported">
        <h1>${t('unsupported.title')}</h1>
        <div class="notice error" role="alert">${icon('triangle-alert')}<p>${t('unsupported.remedy')}</p></div>
        <p>${t('unsupported.lacking', { lacking: lacking.join(', ') })}</p>
      </main>
    </div>`,
    document.getElementById('app'),
  );
}
