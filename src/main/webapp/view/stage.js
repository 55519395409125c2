import { t } from '../i18n/i18n.js';
import { repeat } from '../lib/directives/repeat.js';
import { html, nothing } from '../lib/lit-html.js';
import { icon } from './icon.js';
import { panel } from './panels.js';
import { localTile, remoteTile } from './tile.js';
import { tool } from './tool.js';
import { toolbar } from './toolbar.js';

/** How many faces fit side by side, on a wide screen and on an upright one. */
function grid(count) {
  const wide = Math.ceil(Math.sqrt(count));
  const upright = count < 4 ? 1 : 2;
  return `--wide: ${wide}; --wide-rows: ${Math.ceil(count / wide)};
    --upright: ${upright}; --upright-rows: ${Math.ceil(count / upright)}`;
}

/**
 * The screen of a call.
 *
 * @param {object} model
 * @param {string} model.name
 * @param {string} model.room
 * @param {boolean} model.copied whether the link has just been copied
 * @param {string|undefined} model.panel the name of the open panel
 * @param {import('../call/call.js').Call} model.call
 * @param {import('../call/local-media.js').LocalMedia} model.media
 * @param {object} actions
 */
export function stage(model, actions) {
  const { name, call, media } = model;
  const remotes = [...call.remotes];
  return html`<div class="stage">
    ${header(model, remotes.length + 1, actions)}
    <main class="tiles" .style=${grid(remotes.length + 1)}>
      ${repeat(remotes, ({ id }) => id, remoteTile)} ${localTile(media, name)}
    </main>
    ${panel(model, actions)}
    ${call.joined && remotes.length === 0 ? html`<p class="alone">${t('stage.alone')}</p>` : nothing}
    ${toolbar(model, actions)}
  </div>`;
}

function header({ room, call, copied }, count, actions) {
  return html`<header class="top">
    <h1 tabindex="-1">${room}</h1>
    <span class="count">${icon('users')}${count}<span class="visually-hidden"> ${t('stage.people', { count })}</span></span>
    <span role="status">${call.broken
      ? html`<span class="offline">${t(call.joined ? 'stage.reconnecting' : 'stage.connecting')}</span>`
      : nothing}</span>
    <div class="options">
      ${tool({ label: t('stage.copy'), symbol: copied ? 'check' : 'link', click: actions.copyLink })}
    </div>
  </header>`;
}
