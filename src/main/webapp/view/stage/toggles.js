import { t } from '../../i18n/i18n.js';
import { tool } from '../parts/tool.js';

const LOOKS = {
  audio: { on: ['media.mute', 'mic'], off: ['media.unmute', 'mic-off'] },
  video: { on: ['media.camera.off', 'video'], off: ['media.camera.on', 'video-off'] },
};

/**
 * The button that turns the microphone or the camera on and off.
 *
 * @param {'audio'|'video'} kind
 * @param {import('../../call/media/local-media.js').LocalMedia} media
 * @param {string} [key] the key that does the same
 */
export function toggle(kind, media, key) {
  const on = media.on(kind);
  const [label, symbol] = LOOKS[kind][on ? 'on' : 'off'];
  return tool({
    label: t(label),
    symbol,
    key,
    look: on ? '' : 'off',
    click: () => media.turn(kind, !on),
  });
}
