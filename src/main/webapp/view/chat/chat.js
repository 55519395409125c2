import { composer } from './composer.js';
import { conversation } from './conversation.js';
import { html } from '../../lib/lit-html.js';

/**
 * The panel for what is said in writing, and for files.
 *
 * @param {object} model
 * @param {import('../../call/call.js').Call} model.call
 * @param {import('../../call/data/chat.js').Chat} model.chat
 * @param {import('../../call/files/files.js').Files} model.files
 * @param {object} actions
 */
export function chat({ call, chat, files }, actions) {
  return html`<div class="chat">${conversation(chat, files)} ${composer(chat, files, call.remotes.size > 0, actions)}</div>`;
}
