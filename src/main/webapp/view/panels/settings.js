import { t } from '../../i18n/i18n.js';
import { html } from '../../lib/lit-html.js';
import { bandwidth } from './bandwidth.js';
import { devicePickers } from '../parts/device-pickers.js';
import { icon } from '../parts/icon.js';
import { languages } from '../parts/language.js';
import { mediaProblems } from '../parts/media-problems.js';
import { meter } from '../parts/meter.js';
import { enabled } from '../stage/shortcuts.js';
import { turnRoundButton } from '../stage/turn-round.js';

/** What the person may choose, before a call and in it. */
export function settings(model, actions) {
  return html`<div class="settings">
    ${devicePickers(model, actions)} ${turnRoundButton(model.media)}
    <p class="sound">${icon(model.media.on('audio') ? 'mic' : 'mic-off')}${meter(model.microphoneLevel)}</p>
    <div role="status">${mediaProblems(model.media, actions.retryMedia)}</div>
    ${bandwidth(model, actions)} ${languages(actions)} ${shortcuts(actions)}
  </div>`;
}

function shortcuts({ useShortcuts }) {
  return html`<label class="choice">
    <input type="checkbox" .checked=${enabled()} @change=${({ target }) => useShortcuts(target.checked)} />
    <span>${t('settings.shortcuts')}</span>
  </label>`;
}
