import { repeat } from '../lib/directives/repeat.js';
import { html, nothing } from '../lib/lit-html.js';
import { icon } from './icon.js';
import { localTile, remoteTile } from './tile.js';
import { toggle } from './toggles.js';

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
 * @param {import('../call/call.js').Call} model.call
 * @param {import('../call/local-media.js').LocalMedia} model.media
 * @param {object} actions
 */
export function stage({ name, room, copied, call, media }, actions) {
  const remotes = [...call.remotes];
  const count = remotes.length + 1;
  return html`<div class="stage">
    <header>
      <h1 tabindex="-1">${room}</h1>
      <span class="count">${icon('users')}${count}<span class="visually-hidden">
        ${count === 1 ? 'person' : 'people'}</span></span>
      <span role="status">${call.broken
        ? html`<span class="offline">${call.joined ? 'Reconnecting…' : 'Connecting…'}</span>`
        : nothing}</span>
    </header>
    <main class="tiles" .style=${grid(count)}>
      ${repeat(remotes, ({ id }) => id, remoteTile)} ${localTile(media, name)}
    </main>
    ${call.joined && remotes.length === 0
      ? html`<p class="alone">Nobody else is here yet. Send somebody the link.</p>`
      : nothing}
    <nav class="controls" aria-label="Call">
      ${toggle('audio', media)} ${toggle('video', media)}
      <button type="button" class="round" title="Copy link" @click=${actions.copyLink}>
        ${icon(copied ? 'check' : 'link')}<span class="visually-hidden">Copy link</span>
      </button>
      <button type="button" class="round leave" title="Leave" @click=${actions.leave}>
        ${icon('phone-off')}<span class="visually-hidden">Leave</span>
      </button>
    </nav>
  </div>`;
}
