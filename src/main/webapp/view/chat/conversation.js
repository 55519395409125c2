import { language, t } from '../../i18n/i18n.js';
import { guard } from '../../lib/directives/guard.js';
import { repeat } from '../../lib/directives/repeat.js';
import { html, nothing } from '../../lib/lit-html.js';
import { AtEnd } from './at-end.js';
import { incomingFile, outgoingFile } from './files.js';
import { linked } from './links.js';

/** How long somebody may pause until their next message carries name and time again, in milliseconds. */
const PAUSE = 300_000;

const end = new AtEnd();

/** Goes to the newest message with the next rendering, wherever the reader is. */
export const showNewest = () => end.go();

/**
 * What was said and which files were offered, in the order it came.
 *
 * @param {import('../../call/data/chat.js').Chat} chat
 * @param {import('../../call/files/files.js').Files} files
 */
export function conversation({ messages }, { incoming, outgoing }) {
  const entries = [
    ...messages.map((said) => ({ key: said, at: said.at, from: said.from, name: said.name, body: () => message(said) })),
    ...outgoing.files.map((file) => ({ key: file, at: file.at, body: () => outgoingFile(file, outgoing) })),
    ...incoming.files.map((file) => ({
      key: file,
      at: file.at,
      from: file.from.id,
      name: file.from.name,
      body: () => incomingFile(file, incoming),
    })),
  ].sort((one, other) => one.at - other.at);
  if (entries.length === 0) {
    return html`<p class="empty">${t('chat.empty')}</p>`;
  }
  return html`<ol class="conversation" tabindex="0" aria-label=${t('chat.messages')} ${end.keep()}>
    ${repeat(
      entries,
      ({ key }) => key,
      (entry, i) => said(entry, entries[i - 1]),
    )}
  </ol>`;
}

function said({ at, from, name, body }, before) {
  const goesOn = before && before.from === from && at - before.at < PAUSE;
  return html`<li class=${from ? '' : 'own'}>
    ${goesOn
      ? html`<span class="visually-hidden">${from ? name : t('chat.you')}</span>`
      : html`<p class="by"><bdi>${from ? name : t('chat.you')}</bdi> ${time(at)}</p>`}
    ${body()}
  </li>`;
}

// Only once: to look for addresses in long texts at every change of anything would take its time.
const message = ({ text }) => guard([text], () => html`<p class="said" dir="auto">${linked(text)}</p>`);

function time(at) {
  const date = new Date(at);
  const shown = date.toLocaleTimeString(language(), { hour: '2-digit', minute: '2-digit' });
  return html`<time datetime=${date.toISOString()}>${shown}</time>`;
}
