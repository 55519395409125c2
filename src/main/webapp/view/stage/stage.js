import { t } from '../../i18n/i18n.js';
import { html, nothing } from '../../lib/lit-html.js';
import { dropTarget } from '../chat/drop.js';
import { hints } from './hints.js';
import { icon } from '../parts/icon.js';
import { keys } from './keys.js';
import { panel } from '../panels/panels.js';
import { playback } from '../parts/playback.js';
import { problem } from '../parts/problem.js';
import { recordingMark } from '../recording/recording.js';
import { ownScreen } from './screens.js';
import { shortcut } from './shortcuts.js';
import { tiles } from './tiles.js';
import { tool } from '../parts/tool.js';
import { toolbar } from './toolbar.js';

/**
 * The screen of a call.
 *
 * @param {object} model
 * @param {string} model.name
 * @param {string} model.room
 * @param {boolean} model.copied whether the link has just been copied
 * @param {string|undefined} model.panel the name of the open panel
 * @param {import('../../call/call.js').Call} model.call
 * @param {import('../../call/media/local-media.js').LocalMedia} model.media
 * @param {import('../../call/media/screen-share.js').ScreenShare} model.screen
 * @param {import('./arrangement.js').Arrangement} model.arrangement
 * @param {boolean} model.dropping whether files are being dragged over the page
 * @param {object} actions
 */
export function stage(model, actions) {
  const { call, screen, recording, dropping } = model;
  return html`<div class="stage">
    ${header(model, actions)}
    <div class="notes">
      ${call.stranded && call.remotes.size === 0 ? unreachable() : nothing}
      ${playback.blocked ? unheard() : nothing} ${ownScreen(screen)}
      ${recording.broken ? problem(t('recording.failed'), () => recording.dismissProblem()) : nothing}
    </div>
    ${tiles(model)} ${panel(model, actions)}
    ${call.joined && call.remotes.size === 0 ? html`<p class="alone">${t('stage.alone')}</p>` : nothing}
    ${hints(model)} ${toolbar(model, actions)} ${keys()} ${dropping ? dropTarget() : nothing}
  </div>`;
}

/** The click without which the browser lets nothing be heard. */
function unheard() {
  return html`<div class="notice problem" role="alert">
    ${icon('volume-2')}<button type="button" class="quiet" @click=${() => playback.resume()}>${t('stage.listen')}</button>
  </div>`;
}

function header({ room, call, copied, arrangement, recording }, actions) {
  const count = call.remotes.size + 1;
  const { speakerView } = arrangement;
  return html`<header class="top">
    <h1 tabindex="-1">${room}</h1>
    <span class="count">${icon('users')}${count}<span class="visually-hidden"> ${t('stage.people', { count })}</span></span>
    <span role="status">${call.broken
      ? html`<span class="offline">${t(call.joined ? 'stage.reconnecting' : 'stage.connecting')}</span>`
      : nothing}</span>
    ${recordingMark(recording, () => recording.stop())}
    <div class="options">
      ${tool({
        label: t(speakerView ? 'view.grid' : 'view.speaker'),
        symbol: speakerView ? 'layout-grid' : 'presentation',
        key: shortcut('g'),
        look: 'secondary',
        click: () => arrangement.toggleSpeakerView(),
      })}
      ${tool({ label: t('stage.copy'), symbol: copied ? 'check' : 'link', click: actions.copyLink })}
    </div>
  </header>`;
}

/** Why nobody is to be seen, and what to do. Not while there is somebody: between browsers, the call goes on. */
function unreachable() {
  return html`<div class="notice error problem" role="alert">${icon('wifi-off')}<p>${t('check.problem.server')}</p></div>`;
}
