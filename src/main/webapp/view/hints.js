import { t } from '../i18n/i18n.js';
import { html, nothing } from '../lib/lit-html.js';
import { icon } from './icon.js';

/**
 * What is worth saying for a moment, above the toolbar.
 *
 * @param {object} model
 * @param {import('../call/muted-speech.js').MutedSpeech|undefined} model.mutedSpeech
 * @param {string|undefined} model.news what has just happened to the devices
 */
export function hints({ mutedSpeech, news }) {
  if (mutedSpeech?.noticed) {
    return html`<p class="hint">${icon('mic-off')}${t('hint.muted')}</p>`;
  }
  return news ? html`<p class="hint">${icon('info')}${news}</p>` : nothing;
}
