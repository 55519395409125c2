import { t } from '../../i18n/i18n.js';
import { remedy } from '../parts/media-problems.js';

const TITLES = {
  microphone: 'check.microphone',
  camera: 'check.camera',
  server: 'check.server',
  loopback: 'check.loopback',
  host: 'check.host',
  reflexive: 'check.reflexive',
  relay: 'check.relay',
  speaker: 'check.speaker',
};

const STATES = {
  waiting: 'check.waiting',
  running: 'check.running',
  asking: 'check.asking',
  passed: 'check.passed',
  failed: 'check.failed',
  absent: 'check.absent',
  skipped: 'check.skipped',
};

const PROBLEMS = {
  unanswered: 'check.problem.unanswered',
  silent: 'check.problem.silent',
  'no-pictures': 'check.problem.no-pictures',
  server: 'check.problem.server',
  websocket: 'check.problem.websocket',
  unsupported: 'unsupported.remedy',
  'no-connection': 'check.problem.no-connection',
  'no-media': 'check.problem.no-media',
  'no-host': 'check.problem.no-host',
  'stun-unreachable': 'check.problem.stun-unreachable',
  'turn-unreachable': 'check.problem.turn-unreachable',
  'turn-refused': 'check.problem.turn-refused',
  'turn-dead': 'check.problem.turn-dead',
  speaker: 'check.problem.speaker',
  unheard: 'check.problem.unheard',
  broken: 'check.problem.broken',
};

const DEVICES = { microphone: 'media.audio', camera: 'media.video' };

/** What a step is about. */
export const title = ({ name }) => t(TITLES[name]);

/** How far a step is. */
export const stateOf = ({ state }) => t(STATES[state]);

/** What went wrong in a step and what to do, if anything did. */
export function advice({ name, problem }) {
  if (!problem) {
    return undefined;
  }
  return name in DEVICES && !(problem in PROBLEMS && problem !== 'unsupported')
    ? remedy(problem, DEVICES[name])
    : t(PROBLEMS[problem]);
}

/** How it went, in one sentence; undefined until all is done. */
export function summary({ steps, report }) {
  const failed = steps.filter(({ state }) => state === 'failed').length;
  return report && (failed > 0 ? t('check.summary.failed', { failed }) : t('check.summary.passed'));
}

/** What to say to those who cannot see it. */
export function progress(check) {
  const current = check.steps.find(({ state }) => state === 'running' || state === 'asking');
  if (current?.state === 'asking') {
    return t('check.heard');
  }
  return current ? t('check.progress', { step: title(current) }) : (summary(check) ?? '');
}
