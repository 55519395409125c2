import { t } from '../../i18n/i18n.js';
import { html, nothing } from '../../lib/lit-html.js';
import { icon } from '../parts/icon.js';
import { item } from '../parts/menu.js';
import { problem } from '../parts/problem.js';
import { shortcut } from './shortcuts.js';
import { at } from './tile.js';
import { pictureInPicture, pin } from './tile-actions.js';
import { tool } from '../parts/tool.js';
import { video } from '../parts/video.js';

const PROBLEMS = { forbidden: 'screen.forbidden', failed: 'screen.failed' };

/**
 * The others whose shared screen is to be seen.
 *
 * @param {import('../../call/call.js').Call} call
 */
export function sharers(call) {
  return [...call.remotes].filter(({ state, connection }) => state.screen && connection.screen.getVideoTracks().length > 0);
}

/**
 * The screen that somebody shares.
 *
 * @param {string} key of the tile
 * @param {import('../../call/remote.js').Remote} remote
 * @param {object} model
 * @param {import('./layout.js').Rect} place
 */
export function screenTile(key, { id, name, connection }, { arrangement }, place) {
  const title = t('screen.of', { name });
  return html`<section class="tile screen" role="group" aria-label=${title} data-screen=${id} .style=${at(place)}>
    ${video(connection.screen, {})}
    <p class="nameplate">${icon('monitor')}<span class="name">${title}</span></p>
    <div class="acts">${pin(arrangement, key, title)} ${pictureInPicture(title)}</div>
  </section>`;
}

/**
 * Says that one's own screen is shared, or why not.
 *
 * @param {import('../../call/media/screen-share.js').ScreenShare} screen
 */
export function ownScreen(screen) {
  if (screen.problem) {
    return problem(t(PROBLEMS[screen.problem]), () => screen.dismissProblem());
  }
  return screen.on ? sharing(screen) : nothing;
}

function sharing(screen) {
  return html`<section class="own-screen" role="group" aria-label=${t('screen.yours')}>
    ${screen.elsewhere ? video(screen.stream, { muted: true }) : icon('screen-share')}
    <p>${t('screen.sharing')}</p>
    <button type="button" class="stop" aria-label=${t('screen.stop.long')} @click=${() => screen.stop()}>${t('screen.stop.short')}</button>
  </section>`;
}

/** The button that begins and ends sharing; none where the browser cannot share. */
export function shareTool(screen) {
  return screen.offered ? tool({ ...share(screen), key: shortcut('s'), look: screen.on ? 'active' : 'secondary' }) : nothing;
}

/** The same in the menu of a narrow screen, where the button is only seen while something is shared. */
export function shareItem(screen) {
  return screen.offered && !screen.on ? item({ ...share(screen), look: 'narrow' }) : nothing;
}

function share(screen) {
  return {
    label: t(screen.on ? 'screen.stop' : 'screen.share'),
    symbol: screen.on ? 'screen-share-off' : 'screen-share',
    click: () => screen.toggle(),
  };
}
