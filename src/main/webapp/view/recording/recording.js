import { t } from '../../i18n/i18n.js';
import { html, nothing } from '../../lib/lit-html.js';
import { icon } from '../parts/icon.js';
import { item } from '../parts/menu.js';
import { canRecord } from './recorder.js';

/** Says who records, as long as somebody does. Whoever does it may end it here. */
export function recordingMark({ on, others }, stop) {
  if (!on && others.length === 0) {
    return nothing;
  }
  const names = on ? [t('recording.you'), ...others] : others;
  return html`<span class="recording">
    <span class="who">${t('recording.mark', { names: t('home.names', { names }) })}</span>
    ${on
      ? html`<button type="button" class="stop" aria-label=${t('recording.stop')} title=${t('recording.stop')} @click=${stop}>${icon('square')}</button>`
      : nothing}
  </span>`;
}

/** The entry of the menu that begins and ends a recording; none where the browser cannot record. */
export function recordingItem(recording) {
  return canRecord()
    ? item({
        label: t(recording.on ? 'recording.stop' : 'recording.start'),
        symbol: recording.on ? 'circle-stop' : 'circle-dot',
        click: () => recording.toggle(),
      })
    : nothing;
}
