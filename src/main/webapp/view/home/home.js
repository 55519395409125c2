import { facing } from '../../call/media/cameras.js';
import { t } from '../../i18n/i18n.js';
import { live } from '../../lib/directives/live.js';
import { html, nothing } from '../../lib/lit-html.js';
import { fragmentOf } from '../../room-link.js';
import { MAX_NAME } from '../../signaling/protocol.js';
import { avatar } from '../parts/avatar.js';
import { devicePickers } from '../parts/device-pickers.js';
import { icon } from '../parts/icon.js';
import { languages } from '../parts/language.js';
import { mediaProblems } from '../parts/media-problems.js';
import { meter } from '../parts/meter.js';
import { refusalText } from './refusal.js';
import { toggle } from '../stage/toggles.js';
import { turnRoundTool } from '../stage/turn-round.js';
import { video } from '../parts/video.js';

/**
 * The screen before a call.
 *
 * @param {object} model
 * @param {string} model.name
 * @param {string} model.room
 * @param {import('../../signaling/protocol.js').RoomView|undefined} model.present who is in the room
 * @param {boolean} model.unreachable whether the server does not answer when asked
 * @param {import('../../call/call.js').Refused|undefined} model.refusal why the last attempt to join failed
 * @param {import('../../call/media/local-media.js').LocalMedia} model.media
 * @param {import('../../call/media/microphone-level.js').MicrophoneLevel} model.microphoneLevel
 * @param {object} actions
 */
export function home(model, actions) {
  const { name, room, refusal, media } = model;
  const join = (event) => {
    event.preventDefault();
    actions.join();
  };
  return html`<div class="home">
    <header><img src="icon.svg" alt="" width="36" height="36" /><span class="brand">Parley</span></header>
    <main class="card">
      ${preview(model)}
      <form class="entry" @submit=${join}>
        <h1 tabindex="-1">${t('home.title')}</h1>
        ${refusal ? html`<p class="notice error" role="alert">${icon('triangle-alert')}${refusalText(refusal)}</p>` : nothing}
        ${field('home.name', name, 'name', (value) => actions.setName(value))}
        ${field('home.room', room, 'off', (value) => actions.setRoom(value))}
        <div class="present" role="status">${presence(model)}</div>
        <button class="primary">${t('home.join')}</button>
        <div role="status">${mediaProblems(media, actions.retryMedia)}</div>
      </form>
      ${devicePickers(model, actions)}
    </main>
    <footer>
      <p>${t('home.promise')}</p>
      <a href=${`check.html${fragmentOf(room)}`}>${icon('stethoscope')}${t('home.check')}</a>
      ${languages(actions)}
    </footer>
  </div>`;
}

function field(label, value, autocomplete, change) {
  // Live: what is pasted may not be taken as it is.
  return html`<label class="field">
    <span>${t(label)}</span>
    <input
      .value=${live(value)}
      autocomplete=${autocomplete}
      maxlength=${MAX_NAME}
      placeholder=${t(`${label}.example`)}
      required
      pattern=".*\\S.*"
      @input=${({ target }) => change(target.value)}
    />
  </label>`;
}

function preview({ media, name, microphoneLevel }) {
  const mirrored = facing(media) !== 'environment';
  // No video element without a picture: with one that waits for its first, the page would never have loaded.
  return html`<div class="preview" role="group" aria-label=${t('home.preview')}>
    <div class="picture">
      ${media.sends('video') ? video(media.stream, { muted: true, mirrored }) : avatar(name)}
      <div class="toggles">${toggle('audio', media)}${toggle('video', media)}${turnRoundTool(media)}</div>
    </div>
    ${sound(media, microphoneLevel)}
  </div>`;
}

function sound(media, level) {
  if (media.problems.audio) {
    return nothing;
  }
  return html`<div class="sound">
    ${icon(media.on('audio') ? 'mic' : 'mic-off')}${meter(level)}
    ${media.on('audio') ? nothing : html`<span>${t('home.muted')}</span>`}
  </div>`;
}

function presence({ present, unreachable }) {
  if (unreachable) {
    return html`${icon('wifi-off')}<span>${t('check.problem.server')}</span>`;
  }
  if (!present) {
    return nothing;
  }
  const names = present.peers.map((peer) => peer.name);
  if (names.length === 0) {
    return html`${icon('users')}${t('home.empty')}`;
  }
  const full = names.length >= present.capacity ? html` <b>${t('home.full')}</b>` : nothing;
  return html`${icon('users')}<span>${t('home.present', { names: t('home.names', { names }) })}${full}</span>`;
}
