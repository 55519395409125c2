import { html } from '../../lib/lit-html.js';
import { icon } from './icon.js';

/**
 * A menu that a button opens by its `popovertarget`; a click elsewhere or Escape closes it.
 *
 * @param {string} id
 * @param {string} label its accessible name
 * @param {unknown} items
 */
export function menu(id, label, items) {
  return html`<div id=${id} class="menu" popover role="group" aria-label=${label}>${items}</div>`;
}

/**
 * An entry of a menu.
 *
 * @param {object} options
 * @param {string} options.label
 * @param {string} options.symbol an icon
 * @param {() => void} options.click the menu is closed by then
 * @param {string} [options.look] `narrow` for one that is there only on a narrow screen
 */
export function item({ label, symbol, click, look = '' }) {
  const choose = ({ currentTarget }) => {
    currentTarget.closest('[popover]').hidePopover();
    click();
  };
  return html`<button type="button" class="item ${look}" @click=${choose}>${icon(symbol)}${label}</button>`;
}
