import { html } from '../lib/lit-html.js';
import { icon } from './icon.js';

const LOOKS = {
  audio: { on: ['Mute', 'mic'], off: ['Unmute', 'mic-off'] },
  video: { on: ['Turn camera off', 'video'], off: ['Turn camera on', 'video-off'] },
};

/**
 * The button that turns the microphone or the camera on and off.
 *
 * @param {'audio'|'video'} kind
 * @param {import('../call/local-media.js').LocalMedia} media
 */
export function toggle(kind, media) {
  const on = media.on(kind);
  const [label, symbol] = LOOKS[kind][on ? 'on' : 'off'];
  return html`<button type="button" class="round ${on ? '' : 'off'}" title=${label} @click=${() => media.turn(kind, !on)}>
    ${icon(symbol)}<span class="visually-hidden">${label}</span>
  </button>`;
}
