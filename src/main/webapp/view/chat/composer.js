import { MAX_TEXT } from '../../call/data/chat.js';
import { MOST_OPEN } from '../../call/files/incoming.js';
import { language, t } from '../../i18n/i18n.js';
import { live } from '../../lib/directives/live.js';
import { html } from '../../lib/lit-html.js';
import { showNewest } from './conversation.js';
import { icon } from '../parts/icon.js';

/** On a touch screen a text box that has the focus brings up a keyboard over half of what one came to read. */
const TYPES = matchMedia('(pointer: fine)');

/** Where one writes a message, and chooses files. */
export function composer(chat, files, company, actions) {
  const send = (event) => {
    event.preventDefault();
    if (company) {
      chat.send();
      showNewest();
    }
  };
  const keydown = (event) => {
    // While an input method is composing, Enter chooses what it proposes; Safari says so by 229 alone.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
      send(event);
    }
  };
  return html`<form class="composer" @submit=${send}>
    <p class="remark" role="status">${hint(chat, files, company)}</p>
    <div class="line">
      ${attach(actions)}
      <textarea
        rows="1"
        dir="auto"
        aria-label=${t('chat.message')}
        placeholder=${t('chat.message.example')}
        enterkeyhint="send"
        ?autofocus=${TYPES.matches}
        .value=${live(chat.draft)}
        @input=${({ target }) => chat.write(target.value)}
        @keydown=${keydown}
      ></textarea>
      <button class="send" aria-label=${t('chat.send')} title=${t('chat.send')}>${icon('send-horizontal')}</button>
    </div>
  </form>`;
}

function attach(actions) {
  const choose = ({ currentTarget }) => currentTarget.nextElementSibling.click();
  const chosen = ({ target }) => {
    actions.offerFiles([...target.files]);
    // So that the same file can be chosen again.
    target.value = '';
  };
  return html`<button type="button" class="attach" aria-label=${t('files.send')} title=${t('files.send')} @click=${choose}>
      ${icon('paperclip')}</button
    ><input type="file" multiple hidden @change=${chosen} />`;
}

const REFUSALS = {
  nobody: 'chat.nobody',
  'too-many': 'files.too-many',
  folder: 'files.folder',
};

function hint({ excess }, { refusal }, company) {
  if (excess > 0) {
    const number = (value) => value.toLocaleString(language());
    return t('chat.too-long', { most: number(MAX_TEXT), excess: number(excess) });
  }
  if (refusal && (refusal !== 'nobody' || !company)) {
    return t(REFUSALS[refusal], { most: MOST_OPEN });
  }
  return company ? '' : t('chat.nobody');
}
