import { t } from '../i18n/i18n.js';
import { html } from '../lib/lit-html.js';
import { toggle } from './toggles.js';
import { tool } from './tool.js';

/** What one does in a call. The tools that are `secondary` are in the menu "More" on a narrow screen. */
export function toolbar(model, actions) {
  const { media, panel } = model;
  const opens = (name, options) =>
    tool({ expanded: panel === name, click: () => actions.openPanel(panel === name ? undefined : name), ...options });
  return html`<nav class="controls" aria-label=${t('stage.controls')}>
    ${toggle('audio', media)} ${toggle('video', media)}
    ${opens('settings', { label: t('settings.title'), symbol: 'settings', look: 'secondary' })}
    ${tool({ label: t('stage.leave'), symbol: 'phone-off', look: 'leave', click: actions.leave })}
  </nav>`;
}
