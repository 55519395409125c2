import { facing } from '../../call/media/cameras.js';
import { t } from '../../i18n/i18n.js';
import { html, nothing } from '../../lib/lit-html.js';
import { avatar } from '../parts/avatar.js';
import { dragging } from './drag.js';
import { icon } from '../parts/icon.js';
import { reducedTo } from '../parts/media-problems.js';
import { act, pin, pictureInPicture } from './tile-actions.js';
import { rising } from './reactions.js';
import { turnRoundAct } from './turn-round.js';
import { video } from '../parts/video.js';

/** The key of one's own tile. Those of the others are their ids. */
export const OWN = 'own';

/** What is said over a tile while its connection is not (or no longer) up. */
const STATUS = {
  new: 'tile.connecting',
  connecting: 'tile.connecting',
  disconnected: 'tile.weak',
  failed: 'tile.reconnecting',
  closed: 'tile.reconnecting',
};

/** What is said over a tile, if anything: nothing while sound and picture come. */
function status({ away, connection }, reading) {
  if (connection.state === 'connected') {
    return reading?.frozen ? 'tile.frozen' : undefined;
  }
  return away ? 'tile.reconnecting' : STATUS[connection.state];
}

/**
 * Where a tile stands, as a style.
 *
 * @param {import('./layout.js').Rect} rect
 */
export function at({ x, y, width, height }) {
  return `left: ${x}px; top: ${y}px; width: ${width}px; height: ${height}px`;
}

/**
 * @param {import('../../call/remote.js').Remote} remote
 * @param {object} model
 * @param {import('./layout.js').Rect} place
 */
export function remoteTile(remote, { arrangement, reactions, quality, speakers }, place) {
  const { id, name, state, connection } = remote;
  const seen = state.video && connection.remote.getVideoTracks().length > 0;
  const reading = quality.of(id);
  const said = status(remote, reading);
  const speaking = state.audio && speakers.speaks(id);
  return html`<section class="tile ${speaking ? 'speaking' : ''}" role="group" aria-label=${name} data-peer=${id} .style=${at(place)}>
    ${video(connection.remote, { seen })} ${seen ? nothing : avatar(name)}
    ${nameplate(name, { muted: !state.audio, hand: state.hand, speaking, poor: reading?.poor })}
    ${said ? html`<p class="status">${t(said)}</p>` : nothing} ${rising(reactions.of(id))}
    <div class="acts">${pin(arrangement, id, name)} ${seen ? pictureInPicture(name) : nothing}</div>
  </section>`;
}

/**
 * One's own tile, which may float over the others and be moved.
 *
 * @param {object} model
 * @param {import('./layout.js').Rect & {floats?: boolean}} place
 */
export function localTile({ media, name, call, arrangement, reactions, speakers }, place) {
  const seen = media.sends('video');
  const reduced = media.problems.audio || media.problems.video;
  const { floats } = place;
  const speaking = media.on('audio') && speakers.speaks();
  return html`<section
    class="tile local ${floats ? 'floating' : ''} ${speaking ? 'speaking' : ''}"
    role="group"
    aria-label=${t('tile.you')}
    .style=${at(place)}
    @pointerdown=${floats ? dragging(arrangement) : nothing}
  >
    ${video(media.stream, { muted: true, seen, mirrored: facing(media) !== 'environment' })} ${seen ? nothing : avatar(name)}
    ${nameplate(t('tile.own-name', { name }), { muted: !media.on('audio'), hand: call.hand, speaking })}
    ${reduced ? html`<p class="status">${reducedTo(media.problems)}</p>` : nothing} ${rising(reactions.of())}
    <div class="acts">
      ${turnRoundAct(media)}
      ${floats ? act({ label: t('tile.move'), symbol: 'move', click: () => arrangement.moveOn() }) : pin(arrangement, OWN, t('tile.your-picture'))}
      ${call.remotes.size > 0 ? act(floating(arrangement, floats)) : nothing}
    </div>
  </section>`;
}

function floating(arrangement, floats) {
  return floats
    ? { label: t('tile.to-others'), symbol: 'layout-grid', click: () => arrangement.float(false) }
    : { label: t('tile.to-corner'), symbol: 'picture-in-picture-2', click: () => arrangement.float(true) };
}

function nameplate(name, { muted, hand, speaking, poor }) {
  return html`<p class="nameplate">
    ${hand ? html`<span class="hand">${icon('hand')}<span class="visually-hidden">${t('tile.hand')}</span></span>` : nothing}
    ${muted ? html`<span class="muted">${icon('mic-off')}<span class="visually-hidden">${t('tile.muted')}</span></span>` : nothing}
    ${speaking ? html`<span class="speaks">${icon('audio-lines')}<span class="visually-hidden">${t('tile.speaking')}</span></span>` : nothing}
    <span class="name">${name}</span>
    ${poor ? html`<span class="poor">${icon('triangle-alert')}<span class="visually-hidden">${t('tile.poor')}</span></span>` : nothing}
  </p>`;
}
