import { opposite, turnRound } from '../../call/media/cameras.js';
import { t } from '../../i18n/i18n.js';
import { html, nothing } from '../../lib/lit-html.js';
import { icon } from '../parts/icon.js';
import { act } from './tile-actions.js';
import { tool } from '../parts/tool.js';

const options = (media) => ({ symbol: 'switch-camera', label: t('devices.turn-round'), click: () => turnRound(media) });

/**
 * The button for the camera that looks the other way, where there is one.
 *
 * @param {import('../../call/media/local-media.js').LocalMedia} media
 */
export function turnRoundTool(media) {
  return opposite(media) ? tool(options(media)) : nothing;
}

/** The same in words, for where there is room. */
export function turnRoundButton(media) {
  const { symbol, label, click } = options(media);
  return opposite(media) ? html`<button type="button" class="quiet" @click=${click}>${icon(symbol)} ${label}</button>` : nothing;
}

/** The same on one's own tile. */
export function turnRoundAct(media) {
  return opposite(media) ? act(options(media)) : nothing;
}
