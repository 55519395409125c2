import { t } from '../../i18n/i18n.js';
import { tool } from '../parts/tool.js';

const LOOKS = {
  audio: { key: 'm', on: ['media.mute', 'mic'], off: ['media.unmute', 'mic-off'] },
  video: { key: 'v', on: ['media.camera.off', 'video'], off: ['media.camera.on', 'video-off'] },
};

/**
 * The button that turns the microphone or the camera on and off.
 *
 * @param {'audio'|'video'} kind
 * @param {import('../../call/media/local-media.js').LocalMedia} media
 */
export function toggle(kind, media) {
  const on = media.on(kind);
  const [label, symbol] = LOOKS[kind][on ? 'on' : 'off'];
  return tool({
    label: t(label),
    symbol,
    key: LOOKS[kind].key,
    look: on ? '' : 'off',
    click: () => media.turn(kind, !on),
  });
}
