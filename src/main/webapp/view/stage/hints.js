import { t } from '../../i18n/i18n.js';
import { html, nothing } from '../../lib/lit-html.js';
import { icon } from '../parts/icon.js';
import { warningText } from './warnings.js';

/**
 * What is worth saying for a moment, above the toolbar.
 *
 * @param {object} model
 * @param {import('../../call/media/muted-speech.js').MutedSpeech|undefined} model.mutedSpeech
 * @param {string|undefined} model.news what has just happened to the devices
 * @param {import('../../call/quality/quality.js').Quality} model.quality
 */
export function hints({ mutedSpeech, news, quality }) {
  if (mutedSpeech?.noticed) {
    return html`<p class="hint">${icon('mic-off')}${t('hint.muted')}</p>`;
  }
  if (news) {
    return html`<p class="hint">${icon('info')}${news}</p>`;
  }
  const [warning] = quality.warnings;
  return warning ? html`<p class="hint">${icon('triangle-alert')}${warningText(warning)}</p>` : nothing;
}
