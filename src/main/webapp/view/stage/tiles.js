import { t } from '../../i18n/i18n.js';
import { repeat } from '../../lib/directives/repeat.js';
import { ref } from '../../lib/directives/ref.js';
import { html } from '../../lib/lit-html.js';
import { floating, grid, spotlight } from './layout.js';
import { screenTile, sharers } from './screens.js';
import { OWN, localTile, remoteTile } from './tile.js';

/** The space between two tiles, in CSS pixels. */
const GAP = 12;
const NARROW_GAP = 6;

/** The shared screens, and the faces in the order in which people came; one's own is the last. Where each stands is left to its style. */
export function tiles(model) {
  const { call, arrangement } = model;
  const shown = [
    ...sharers(call).map((remote) => ({ key: `${remote.id} screen`, screen: true, remote })),
    ...[...call.remotes].map((remote) => ({ key: remote.id, screen: false, remote })),
    { key: OWN, screen: false },
  ];
  const places = arrange(shown, model);
  return html`<main class="tiles" aria-label=${t('stage.tiles')} ${ref(arrangement.place)}>
    ${repeat(shown, ({ key }) => key, (tile) => show(tile, model, places.get(tile.key)))}
  </main>`;
}

function show({ key, screen, remote }, model, place) {
  if (screen) {
    return screenTile(key, remote, model, place);
  }
  return remote ? remoteTile(remote, model, place) : localTile(model, place);
}

/**
 * @returns {Map<string, import('./layout.js').Rect & {floats?: boolean}>} by the tiles' keys
 */
function arrange(shown, { arrangement, speakers }) {
  const { width, height } = arrangement.size;
  const gap = width < 600 ? NARROW_GAP : GAP;
  const area = { x: gap, y: 0, width: Math.max(0, width - 2 * gap), height };
  const large = inFocus(shown, arrangement, speakers);
  const rest = shown.filter((tile) => !large.includes(tile));
  const own = rest.find(({ key }) => key === OWN);
  const floats = own && large.length === 0 && arrangement.floatsOver(shown.length - 1);
  const still = floats ? rest.filter((tile) => tile !== own) : rest;
  const places = new Map();
  const place = (tiles, rects) => tiles.forEach(({ key }, i) => places.set(key, rects[i]));
  if (large.length > 0) {
    const rects = spotlight(area, large.length, still.length, gap, large.every(({ screen }) => screen));
    place(large, rects.large);
    place(still, rects.small);
  } else {
    place(still, grid(area, still.length, gap));
  }
  if (floats) {
    places.set(OWN, { ...floating(area, arrangement.corner, gap), floats });
  }
  return places;
}

/** Which tiles are large: the one that is pinned; else the screens of others; in the speaker view, who speaks. */
function inFocus(shown, { pinned, speakerView }, speakers) {
  const byKey = (key) => shown.filter((tile) => tile.key === key);
  const screens = shown.filter(({ screen }) => screen);
  if (byKey(pinned).length > 0) {
    return byKey(pinned);
  }
  if (screens.length > 0) {
    return screens;
  }
  return speakerView && shown.length > 1 ? byKey(speakers?.current).concat(shown[0]).slice(0, 1) : [];
}
