import { REACTIONS } from '../../call/data/reactions.js';
import { t } from '../../i18n/i18n.js';
import { repeat } from '../../lib/directives/repeat.js';
import { html } from '../../lib/lit-html.js';
import { menu } from '../parts/menu.js';

/** What each is called. */
export const NAMES = {
  '👍': 'reactions.thumbs-up',
  '❤️': 'reactions.heart',
  '😂': 'reactions.laughter',
  '😮': 'reactions.surprise',
  '👏': 'reactions.applause',
  '🎉': 'reactions.celebration',
};

/** The choice of reactions, which a tool opens. It stays open: one seldom claps once. */
export function reactions(model) {
  return menu(
    'reactions',
    t('reactions.react'),
    REACTIONS.map(
      (reaction) => html`<button type="button" class="reaction" title=${t(NAMES[reaction])} aria-label=${t(NAMES[reaction])}
        @click=${() => model.reactions.send(reaction)}>${reaction}</button>`,
    ),
  );
}

/** What somebody shows at the moment, rising over the tile. */
export function rising(shown) {
  return html`<div class="rising" aria-hidden="true">
    ${repeat(shown, ({ key }) => key, ({ key, reaction }) => html`<span .style=${`--lane: ${key % 5}`}>${reaction}</span>`)}
  </div>`;
}
