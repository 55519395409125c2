import { t } from '../../i18n/i18n.js';
import { html, nothing } from '../../lib/lit-html.js';
import { size, speed, timeLeft } from './amounts.js';
import { icon } from '../parts/icon.js';
import { save } from '../parts/save.js';

const INCOMING = {
  offered: 'files.offered',
  accepted: 'files.accepted',
  received: 'files.received',
  declined: 'files.declined.here',
  withdrawn: 'files.withdrawn.there',
};

const OUTGOING = {
  offered: 'files.unanswered',
  waiting: 'files.waiting',
  delivered: 'files.delivered',
  declined: 'files.declined.there',
  withdrawn: 'files.withdrawn.here',
};

const PROBLEMS = {
  gone: 'files.problem.gone',
  interrupted: 'files.problem.interrupted',
  unreadable: 'files.problem.unreadable',
  corrupt: 'files.problem.corrupt',
  rules: 'files.problem.rules',
  'no-space': 'files.problem.no-space',
  storage: 'files.problem.storage',
  'too-large': 'files.problem.too-large',
};

/**
 * A file that somebody offers, and what has become of it.
 *
 * @param {import('../../call/files/incoming-file.js').IncomingFile} file
 * @param {import('../../call/files/incoming.js').Incoming} incoming
 */
export function incomingFile(file, incoming) {
  const { state, problem, open, over } = file;
  const busy = state === 'accepted' || state === 'receiving';
  const verb = state === 'offered' ? t('files.accept') : t('files.again');
  return card(
    file,
    html`${state === 'receiving' ? progress(file, file.size, t('files.receiving', { file: file.name })) : outcome(INCOMING[state], problem, state)}
      <div class="choices">
        ${open ? button(verb, file, () => incoming.accept(file), 'primary') : nothing}
        ${state === 'offered' ? button(t('files.decline'), file, () => incoming.decline(file)) : nothing}
        ${busy ? button(t('files.cancel'), file, () => incoming.decline(file)) : nothing}
        ${state === 'received' ? saveLink(file) : nothing}
        ${over ? button(t('files.remove'), file, () => incoming.dismiss(file)) : nothing}
      </div>`,
  );
}

/**
 * A file that we offer, and how far it has come with each of the others.
 *
 * @param {import('../../call/files/outgoing-file.js').OutgoingFile} file
 * @param {import('../../call/files/outgoing.js').Outgoing} outgoing
 */
export function outgoingFile(file, outgoing) {
  return card(
    file,
    html`<ul class="deliveries">
        ${[...file.deliveries.values()].map((it) => html`<li><bdi class="to">${it.to.name}</bdi>${delivery(it, file)}</li>`)}
      </ul>
      <div class="choices">
        ${file.over
          ? button(t('files.remove'), file, () => outgoing.dismiss(file))
          : button(t('files.cancel'), file, () => outgoing.withdraw(file))}
      </div>`,
  );
}

function card(file, body) {
  return html`<div class="file" role="group" tabindex="-1" aria-label=${file.name}>
    <p class="title">${icon('file')}<bdi class="file-name" title=${file.name}>${file.name}</bdi> <span class="size">${size(file.size)}</span></p>
    ${body}
  </div>`;
}

function delivery(delivery, { name, size }) {
  const { state, problem, to } = delivery;
  return state === 'sending'
    ? progress(delivery, size, t('files.sending', { file: name, name: to.name }))
    : outcome(OUTGOING[state], problem, state);
}

const DONE = { received: 'circle-check', delivered: 'circle-check', failed: 'circle-alert' };

function outcome(key, problem, state) {
  return html`<p class="outcome ${state}">${DONE[state] ? icon(DONE[state]) : nothing}${t(problem ? PROBLEMS[problem] : key)}</p>`;
}

function progress({ done, speed: now }, all, label) {
  const left = now > 0 ? timeLeft((all - done) / now) : '';
  return html`<progress max=${Math.max(1, all)} .value=${done} aria-label=${label}></progress>
    <p class="outcome">${t('files.progress', { done: size(done), all: size(all) })}${now > 0 ? html` · ${speed(now)} · ${left}` : nothing}</p>`;
}

/** Has the browser save what has arrived and nobody has saved: it is not kept beyond the call. */
export function saveTheRest({ incoming }) {
  for (const file of incoming.unsaved) {
    file.saved = true;
    save(file.url, file.name);
  }
}

function saveLink(file) {
  // The name is the file's: one cannot tell several links "Save" apart otherwise.
  return html`<a class="primary" href=${file.url} download=${file.name} aria-label=${t('files.save.name', { file: file.name })} @click=${() => (file.saved = true)}>
    ${icon('download')}${t('files.save')}</a
  >`;
}

function button(label, file, click, look = 'quiet') {
  return html`<button type="button" class=${look} aria-label=${`${label}: ${file.name}`} @click=${click}>${label}</button>`;
}
