import { parts, t } from '../../i18n/i18n.js';
import { html, nothing } from '../../lib/lit-html.js';
import { deviceName } from './device-pickers.js';
import { icon } from './icon.js';

const REMEDIES = {
  unsupported: 'media.unsupported',
  denied: 'media.denied',
  dismissed: 'media.dismissed',
  system: 'media.system',
  policy: 'media.policy',
  missing: 'media.missing',
  busy: 'media.busy',
};

/** What cannot be helped from this page, as it was opened. */
const FINAL = ['insecure', 'unsupported'];

const REDUCED = { both: 'media.reduced.both', video: 'media.reduced.video', audio: 'media.reduced.audio' };

/** Why another device is in use than the chosen one. */
const STAND_INS = { gone: 'media.gone' };

/** The https port that belongs to an http port, where a server's defaults tell. */
const SECURE_PORTS = { '': '', 8080: '8181' };

function secureAddress() {
  const address = new URL(location.href);
  if (!(address.port in SECURE_PORTS)) {
    return undefined;
  }
  address.protocol = 'https:';
  address.port = SECURE_PORTS[address.port];
  return address.href;
}

function insecure() {
  const address = secureAddress();
  return html`${t('media.insecure')}
  ${address
    ? parts('media.insecure.open', { address: html`<a href=${address}>${address}</a>` })
    : parts('media.insecure.ask', { https: html`<b>https://</b>` })}`;
}

/** Which devices have which problem: both in one sentence where it is the same. */
function grouped({ audio, video }) {
  if (audio && audio === video) {
    return [[audio, audio === 'missing' ? 'media.either' : 'media.both']];
  }
  return [
    [video, 'media.video'],
    [audio, 'media.audio'],
  ].filter(([problem]) => problem);
}

/** What one can do without the devices that have a problem. */
export function reducedTo({ audio, video }) {
  return t(REDUCED[audio && video ? 'both' : video ? 'video' : 'audio']);
}

/** Why devices are not there, and what to do: the words of one problem. */
export function remedy(problem, devices) {
  return problem === 'insecure' ? insecure() : t(REMEDIES[problem], { devices: t(devices) });
}

/** What is in use in place of what was chosen, and why. */
function standIns(media) {
  const sentence = ({ kind, label, problem }) => {
    const used = media.devices.get(kind, media.using(kind))?.label;
    return t(STAND_INS[problem] ?? 'media.refused', { chosen: deviceName(label), used: deviceName(used) });
  };
  return ['video', 'audio']
    .map((kind) => ({ kind, ...media.standIn(kind) }))
    .filter(({ problem }) => problem)
    .map((it) => html`<p>${sentence(it)}</p>`);
}

/**
 * Says why a device is not there, or not the chosen one, and what to do.
 *
 * @param {import('../../call/media/local-media.js').LocalMedia} media
 * @param {() => void} retry
 */
export function mediaProblems(media, retry) {
  const { problems } = media;
  const troubled = problems.audio || problems.video;
  const others = standIns(media);
  if (!troubled && others.length === 0) {
    return nothing;
  }
  const retryable = [problems.audio, problems.video].some((problem) => problem && !FINAL.includes(problem));
  return html`<div class="notice">
    ${icon(troubled ? 'triangle-alert' : 'info')}
    <div>
      ${grouped(problems).map((group) => html`<p>${remedy(...group)}</p>`)} ${troubled ? html`<p>${reducedTo(problems)}</p>` : nothing}
      ${others}
      ${retryable ? html`<button type="button" class="quiet" @click=${retry}>${t('media.retry')}</button>` : nothing}
    </div>
  </div>`;
}
