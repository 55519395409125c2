import { t } from '../../i18n/i18n.js';
import { live } from '../../lib/directives/live.js';
import { html, nothing } from '../../lib/lit-html.js';
import { icon } from './icon.js';
import { canChooseSpeaker, speaker } from './speaker.js';

const PICKERS = [
  { kind: 'video', label: 'devices.camera', symbol: 'video' },
  { kind: 'audio', label: 'devices.microphone', symbol: 'mic' },
  { kind: 'speaker', label: 'devices.speaker', symbol: 'volume-2' },
];

/** What some systems add to a name, which says nothing to people: the ids of vendor and product. */
const IDS = / \([0-9a-f]{4}:[0-9a-f]{4}\)$/i;

/** The name of a device as people know it. */
export function deviceName(label) {
  return (label ?? '').replace(IDS, '');
}

/**
 * The choice of camera, microphone and speaker, where there is one, and a sound to try the speaker.
 *
 * @param {object} model
 * @param {import('../../call/media/local-media.js').LocalMedia} model.media
 * @param {'playing'|'failed'|undefined} model.testSound
 * @param {object} actions
 */
export function devicePickers({ media, testSound }, actions) {
  const useless = testSound === 'failed' || speaker.refused === media.devices.sink;
  return html`<div class="devices" role="group" aria-label=${t('devices.title')}>
    ${PICKERS.map((picker) => select(picker, media))}
    <div class="try">
      <button type="button" class="quiet" aria-disabled=${testSound === 'playing'} @click=${actions.playTestSound}>
        ${icon('volume-2')}${t('devices.test')}
      </button>
      <span role="status">${useless ? t('devices.test.failed') : nothing}</span>
    </div>
  </div>`;
}

function select({ kind, label, symbol }, media) {
  const { devices } = media;
  if (devices.count(kind) < 2 || devices.of(kind).length < 2 || (kind === 'speaker' && !canChooseSpeaker)) {
    return nothing;
  }
  const used = media.using(kind) ?? devices.of(kind)[0].deviceId;
  // Live: the person's own choice has changed what is selected, and may not have been to be had.
  const option = ({ deviceId, label: name }, i) =>
    html`<option value=${deviceId} .selected=${live(deviceId === used)}>
      ${deviceName(name) || t('devices.unnamed', { number: i + 1 })}
    </option>`;
  return html`<label class="field">
    <span>${icon(symbol)}${t(label)}</span>
    <select @change=${({ target }) => media.choose(kind, target.value)}>
      ${devices.of(kind).map(option)}
    </select>
  </label>`;
}
