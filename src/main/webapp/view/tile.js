import { t } from '../i18n/i18n.js';
import { html, nothing } from '../lib/lit-html.js';
import { avatar } from './avatar.js';
import { icon } from './icon.js';
import { reducedTo } from './media-problems.js';
import { video } from './video.js';

/** What is said over a tile while its connection is not (or no longer) up. */
const STATUS = {
  new: 'tile.connecting',
  connecting: 'tile.connecting',
  disconnected: 'tile.weak',
  failed: 'tile.reconnecting',
  closed: 'tile.reconnecting',
};

/** What is said over a tile, if anything: nothing while sound and picture come. */
function status({ away, connection }) {
  return away && connection.state !== 'connected' ? 'tile.reconnecting' : STATUS[connection.state];
}

/** @param {import('../call/remote.js').Remote} remote */
export function remoteTile(remote) {
  const { id, name, state, connection } = remote;
  const seen = state.video && connection.remote.getVideoTracks().length > 0;
  return html`<section class="tile" role="group" aria-label=${name} data-peer=${id}>
    ${video(connection.remote, { seen })} ${seen ? nothing : avatar(name)} ${nameplate(name, state.audio)}
    ${status(remote) ? html`<p class="status">${t(status(remote))}</p>` : nothing}
  </section>`;
}

/** @param {import('../call/local-media.js').LocalMedia} media */
export function localTile(media, name) {
  const seen = media.sends('video');
  const reduced = media.problems.audio || media.problems.video;
  return html`<section class="tile local" role="group" aria-label=${t('tile.you')}>
    ${video(media.stream, { muted: true, seen })} ${seen ? nothing : avatar(name)} ${nameplate(t('tile.own-name', { name }), media.on('audio'))}
    ${reduced ? html`<p class="status">${reducedTo(media.problems)}</p>` : nothing}
  </section>`;
}

function nameplate(name, audible) {
  return html`<p class="nameplate">
    ${audible ? nothing : html`${icon('mic-off')}<span class="visually-hidden">${t('tile.muted')}</span>`}<span class="name">${name}</span>
  </p>`;
}
