import { parts, t } from '../i18n/i18n.js';
import { html, nothing } from '../lib/lit-html.js';
import { icon } from './icon.js';

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
  return t(`media.reduced.${audio && video ? 'both' : video ? 'video' : 'audio'}`);
}

/**
 * Says why a device is not there and what to do.
 *
 * @param {import('../call/local-media.js').LocalMedia} media
 * @param {() => void} retry
 */
export function mediaProblems({ problems }, retry) {
  if (!problems.audio && !problems.video) {
    return nothing;
  }
  const explain = ([problem, devices]) => (problem === 'insecure' ? insecure() : t(`media.${problem}`, { devices: t(devices) }));
  const retryable = problems.audio !== 'insecure';
  return html`<div class="notice">
    ${icon('triangle-alert')}
    <div>
      ${grouped(problems).map((group) => html`<p>${explain(group)}</p>`)}
      <p>${reducedTo(problems)}</p>
      ${retryable ? html`<button type="button" class="quiet" @click=${retry}>${t('media.retry')}</button>` : nothing}
    </div>
  </div>`;
}
