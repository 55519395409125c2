import { environment } from './environment.js';

/** The report is for the help desk, whatever language the person speaks: it is in English. */
const TITLES = {
  microphone: 'Microphone',
  camera: 'Camera',
  server: 'Server (WebSocket)',
  loopback: 'Call to oneself (WebRTC)',
  host: 'Own addresses (ICE host)',
  reflexive: 'Address seen from outside (ICE srflx)',
  relay: 'Relay (ICE relay, TURN)',
  speaker: 'Speaker',
};

const RESULTS = {
  passed: 'ok',
  failed: 'FAILED',
  absent: 'not configured',
  skipped: 'not answered',
  waiting: 'not reached',
  running: 'not finished',
  asking: 'not answered',
};

const listed = (facts) => Object.entries(facts).map(([name, value]) => `${name}: ${value}`);

/**
 * What a check has found, to be sent to the help desk. Holds no passwords, no names of people or rooms, and no address
 * to the last number.
 *
 * @param {import('./check.js').Step[]} steps
 * @param {Date} time
 */
export function report(steps, time) {
  const lines = steps.map(({ name, state, problem, facts }) => {
    const details = [...(problem ? [problem] : []), ...listed(facts)].join('; ');
    return `[${RESULTS[state]}] ${TITLES[name]}${details && ` - ${details}`}`;
  });
  return ['Parley call check', `Time: ${time.toISOString()}`, ...listed(environment()), '', ...lines, ''].join('\n');
}
