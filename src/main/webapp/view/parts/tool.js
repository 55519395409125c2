import { html, nothing } from '../../lib/lit-html.js';
import { icon } from './icon.js';

/**
 * A button of the toolbar: a symbol, and below it what it does. On a narrow screen the words are only heard.
 *
 * @param {object} options
 * @param {string} options.label what it will do, which is also its accessible name
 * @param {string} options.symbol an icon
 * @param {() => void} [options.click]
 * @param {string} [options.look] further classes: `off`, `active`, `leave`, `secondary` (in the menu on a narrow screen)
 * @param {boolean} [options.expanded] whether the panel that it opens is open; undefined if it opens none
 * @param {string} [options.key] the key that does the same
 * @param {string} [options.menu] the id of the popover that it opens, if any
 * @param {number} [options.badge] a count to show at its corner, if not 0
 * @param {string} [options.description] what the badge says
 */
export function tool({ label, symbol, click, look = '', expanded, key, menu, badge = 0, description }) {
  return html`<button
    type="button"
    class="tool ${look}"
    title=${key ? `${label} (${key.toUpperCase()})` : label}
    aria-label=${label}
    aria-description=${description ?? nothing}
    aria-keyshortcuts=${key ?? nothing}
    aria-expanded=${expanded ?? nothing}
    popovertarget=${menu ?? nothing}
    @click=${click}
  >
    <span class="symbol">${icon(symbol)}${badge > 0 ? html`<span class="badge">${badge > 99 ? '99+' : badge}</span>` : nothing}</span>
    <span class="words" aria-hidden="true">${label}</span>
  </button>`;
}
