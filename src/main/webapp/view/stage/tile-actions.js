import { t } from '../../i18n/i18n.js';
import { html, nothing } from '../../lib/lit-html.js';
import { icon } from '../parts/icon.js';

/**
 * A small button on a tile.
 *
 * @param {object} options
 * @param {string} options.label its accessible name
 * @param {string} options.symbol an icon
 * @param {(event: Event) => void} options.click
 */
export function act({ label, symbol, click }) {
  return html`<button type="button" class="act" title=${label} aria-label=${label} @click=${click}>
    ${icon(symbol)}
  </button>`;
}

/** Keeps a tile large whoever speaks, or lets go of it. */
export function pin(arrangement, key, name) {
  const pinned = arrangement.pinned === key;
  return act({
    label: t(pinned ? 'tile.unpin' : 'tile.pin', { name }),
    symbol: pinned ? 'pin-off' : 'pin',
    click: () => arrangement.togglePin(key),
  });
}

/** Shows the tile's picture in a small window over all others, or takes it back. */
export function pictureInPicture(name) {
  if (!document.pictureInPictureEnabled) {
    return nothing;
  }
  return act({
    label: t('tile.window', { name }),
    symbol: 'picture-in-picture-2',
    click: async ({ currentTarget }) => {
      const video = currentTarget.closest('.tile').querySelector('video');
      try {
        await (document.pictureInPictureElement === video ? document.exitPictureInPicture() : video.requestPictureInPicture());
      } catch (error) {
        // Of a video that has shown nothing yet.
        console.debug('the browser did not show the picture in a window', error);
      }
    },
  });
}
