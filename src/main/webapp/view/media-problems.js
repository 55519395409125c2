import { html, nothing } from '../lib/lit-html.js';
import { icon } from './icon.js';

const DEVICES = { audio: 'microphone', video: 'camera' };

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
  return html`Browsers give camera and microphone only to pages loaded by <b>https</b>, and this address is plain http.
    ${address
      ? html`Open <a href=${address}>${address}</a> instead.`
      : html`Open the address that begins with <b>https://</b> instead; whoever runs this server knows it.`}`;
}

const EXPLANATIONS = {
  insecure: () => insecure(),
  denied: (devices) =>
    html`This page may not use your ${devices.join(' and ')}. Click the symbol to the left of the address, allow it, and try again.`,
  missing: (devices) => html`No ${devices.join(' or ')} was found. Plug one in and try again.`,
  busy: (devices) => html`Your ${devices.join(' and ')} could not be opened. Another program may be using it: close that and try again.`,
};

/** Which devices have which problem: both in one sentence where it is the same. */
function grouped(problems) {
  const byProblem = new Map();
  for (const kind of ['video', 'audio']) {
    if (problems[kind]) {
      byProblem.set(problems[kind], [...(byProblem.get(problems[kind]) ?? []), DEVICES[kind]]);
    }
  }
  return [...byProblem];
}

/** What one can do without the devices that have a problem. */
export function reducedTo(problems) {
  if (problems.audio && problems.video) {
    return 'You can see and hear the others, but they cannot see or hear you.';
  }
  return problems.video ? 'The others can hear you, but not see you.' : 'The others can see you, but not hear you.';
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
  const retryable = problems.audio !== 'insecure';
  return html`<div class="notice">
    ${icon('triangle-alert')}
    <div>
      ${grouped(problems).map(([problem, devices]) => html`<p>${EXPLANATIONS[problem](devices)}</p>`)}
      <p>${reducedTo(problems)}</p>
      ${retryable ? html`<button type="button" class="quiet" @click=${retry}>Try again</button>` : nothing}
    </div>
  </div>`;
}
