import { t } from '../../i18n/i18n.js';
import { html, nothing } from '../../lib/lit-html.js';
import { chat } from '../chat/chat.js';
import { icon } from '../parts/icon.js';
import { people } from './people.js';
import { quality } from './quality.js';
import { settings } from './settings.js';

/** What may be open beside the tiles, one at a time: by name, each with the key of its title and its template. */
const PANELS = {
  chat: { title: 'chat.title', body: chat },
  people: { title: 'people.title', body: people },
  quality: { title: 'quality.title', body: quality },
  settings: { title: 'settings.title', body: settings },
};

/** The open panel, if any. On a narrow screen it covers the tiles. */
export function panel(model, actions) {
  const open = PANELS[model.panel];
  if (!open) {
    return nothing;
  }
  const keydown = ({ key, isComposing, keyCode }) => {
    // While an input method is composing, Escape takes back what it proposes; Safari says so by 229 alone.
    if (key === 'Escape' && !isComposing && keyCode !== 229) {
      actions.openPanel(undefined);
    }
  };
  return html`<aside class="panel" aria-label=${t(open.title)} @keydown=${keydown}>
    <header>
      <h2 tabindex="-1">${t(open.title)}</h2>
      <button type="button" class="close" title=${t('panel.close')} aria-label=${t('panel.close')} @click=${() => actions.openPanel(undefined)}>
        ${icon('x')}
      </button>
    </header>
    <div class="body">${open.body(model, actions)}</div>
  </aside>`;
}
