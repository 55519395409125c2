import { t } from '../../i18n/i18n.js';
import { repeat } from '../../lib/directives/repeat.js';
import { html, nothing } from '../../lib/lit-html.js';
import { avatar } from '../parts/avatar.js';
import { icon } from '../parts/icon.js';

/** Who is in the call, and what can be seen of each without looking at the tiles. */
export function people(model, actions) {
  const { call, media, name, copied } = model;
  const own = { audio: media.on('audio'), video: media.on('video'), screen: model.screen.on, hand: call.hand };
  return html`<ul class="people">
      ${person(t('tile.own-name', { name }), name, own)}
      ${repeat([...call.remotes], ({ id }) => id, (remote) => person(remote.name, remote.name, remote.state))}
    </ul>
    <button type="button" class="quiet invite" @click=${actions.copyLink}>
      ${icon(copied ? 'check' : 'link')}${t(copied ? 'stage.copied' : 'people.invite')}
    </button>`;
}

function person(shown, name, { audio, video, screen, hand }) {
  return html`<li>
    ${avatar(name)} <span class="name">${shown}</span>
    ${hand ? mark('hand', 'people.hand') : nothing} ${screen ? mark('monitor-up', 'people.screen') : nothing}
    ${audio ? mark('mic', 'people.unmuted') : mark('mic-off', 'people.muted', 'no')}
    ${video ? mark('video', 'people.camera') : mark('video-off', 'people.no-camera', 'no')}
  </li>`;
}

function mark(symbol, says, look = '') {
  return html`<span class="mark ${look}" title=${t(says)}>${icon(symbol)}<span class="visually-hidden">${t(says)}</span></span>`;
}
