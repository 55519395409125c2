import { t } from '../../i18n/i18n.js';
import { html } from '../../lib/lit-html.js';
import { icon } from '../parts/icon.js';

/** What the keys do, in the order of the list. */
const KEYS = [
  ['M', 'keys.microphone'],
  [undefined, 'keys.talk'],
  ['V', 'keys.camera'],
  ['S', 'keys.screen'],
  ['H', 'keys.hand'],
  ['C', 'keys.chat'],
  ['P', 'keys.people'],
  ['G', 'keys.view'],
  ['F', 'keys.full-screen'],
  ['?', 'keys.help'],
];

/** The list of shortcuts, as a dialog that {@link showKeys} opens. */
export function keys() {
  return html`<dialog id="keys" class="dialog" aria-labelledby="keys-title" @click=${closeOutside}>
    <form method="dialog">
      <header>
        <h2 id="keys-title">${t('keys.title')}</h2>
        <button class="close" title=${t('panel.close')} aria-label=${t('panel.close')}>${icon('x')}</button>
      </header>
      <dl>
        ${KEYS.map(([key, what]) => html`<div><dt><kbd>${key ?? t('keys.space')}</kbd></dt><dd>${t(what)}</dd></div>`)}
      </dl>
    </form>
  </dialog>`;
}

export function showKeys() {
  document.getElementById('keys').showModal();
}

function closeOutside({ target, currentTarget }) {
  if (target === currentTarget) {
    currentTarget.close();
  }
}
