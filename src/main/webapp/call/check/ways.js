import { until } from './limit.js';
import { Pair } from './pair.js';

/** How long finding addresses may take, and going through a relay, in milliseconds. */
const TO_GATHER = 6000;
const TO_RELAY = 10_000;

/** What browsers report of a server that does not answer; what TURN servers say is from 300 to 699 (RFC 8656). */
const UNREACHABLE = 701;

const urlsOf = (iceServers, scheme) =>
  iceServers.flatMap(({ urls }) => urls).filter((url) => url.startsWith(`${scheme}:`) || url.startsWith(`${scheme}s:`));

/** Whether the browser finds addresses of this computer. */
export async function host() {
  const { candidates } = await gather([]);
  const found = of('host', candidates);
  return { problem: found.length > 0 ? undefined : 'no-host', facts: { addresses: list(found) } };
}

/** Whether a STUN or TURN server tells how this computer is seen from there. */
export async function reflexive({ iceServers }) {
  // Only by UDP: a connection by TCP has an address of its own.
  const urls = [...urlsOf(iceServers, 'stun'), ...urlsOf(iceServers, 'turn')].filter(
    (url) => url.startsWith('stun:') || (url.startsWith('turn:') && !url.includes('transport=tcp')),
  );
  if (urls.length === 0) {
    return { state: 'absent', facts: {} };
  }
  const { candidates, errors } = await gather(iceServers);
  const found = of('srflx', candidates);
  const unreachable = errors.some(({ errorCode }) => errorCode === UNREACHABLE) && of('relay', candidates).length === 0;
  const facts = { servers: urls.join(', '), addresses: list(found) || 'the same as this computer’s own' };
  return found.length === 0 && unreachable
    ? { problem: 'stun-unreachable', facts: { servers: facts.servers } }
    : { facts };
}

/** Whether a TURN server takes us, and passes on what we send. */
export async function relay({ iceServers }) {
  const urls = urlsOf(iceServers, 'turn');
  if (urls.length === 0) {
    return { state: 'absent', facts: {} };
  }
  const facts = { servers: urls.join(', ') };
  const pair = new Pair({ iceServers, iceTransportPolicy: 'relay' });
  try {
    const echo = pair.echo(TO_RELAY);
    echo.catch(() => undefined);
    await pair.negotiate();
    const refused = until(TO_RELAY, () => pair.complete && pair.candidates.length === 0);
    refused.catch(() => undefined);
    const trip = await Promise.race([echo, refused.then(() => undefined)]);
    const found = of('relay', pair.candidates);
    if (trip === undefined) {
      return failed(pair.errors, facts);
    }
    return { facts: { ...facts, relay: list(found), data: `${trip.toFixed(1)} ms there and back` } };
  } catch {
    return of('relay', pair.candidates).length > 0 ? { problem: 'turn-dead', facts } : failed(pair.errors, facts);
  } finally {
    pair.close();
  }
}

function failed(errors, facts) {
  const refusal = errors.find(({ errorCode }) => errorCode !== UNREACHABLE);
  return refusal
    ? { problem: 'turn-refused', facts: { ...facts, answer: `${refusal.errorCode} ${refusal.errorText}` } }
    : { problem: 'turn-unreachable', facts };
}

async function gather(iceServers) {
  const pair = new Pair({ iceServers });
  try {
    await pair.negotiate();
    await until(TO_GATHER, () => pair.complete).catch(() => undefined);
    return { candidates: pair.candidates, errors: pair.errors };
  } finally {
    pair.close();
  }
}

const of = (type, candidates) => candidates.filter((candidate) => candidate.type === type);

function list(candidates) {
  const texts = candidates.map(({ address, protocol }) => `${protocol} ${masked(address)}`);
  return [...new Set(texts)].join(', ');
}

/** Enough of an address to know the network by, and not the computer. */
function masked(address) {
  if (!address || address.endsWith('.local')) {
    return '(hidden by the browser)';
  }
  if (address.includes(':')) {
    const [network] = address.replace(/[[\]]/g, '').split('::');
    return `${network.split(':').slice(0, 3).join(':')}:…`;
  }
  return address.replace(/\.\d+$/, '.x');
}
