import { camera } from './camera.js';
import { loopback } from './loopback.js';
import { microphone } from './microphone.js';
import { report } from './report.js';
import { server } from './server.js';
import { speaker } from './speaker.js';
import { host, reflexive, relay } from './ways.js';

/**
 * `absent`: nothing of the kind is configured, `skipped`: nobody answered; neither is a fault.
 *
 * @typedef {'waiting'|'running'|'asking'|'passed'|'failed'|'absent'|'skipped'} StepState
 * @typedef {{name: string, state: StepState, problem: string|undefined, facts: Record<string, string|number>}} Step
 */

/** What is tried, in this order: what needs the person comes first and last. */
const STEPS = { microphone, camera, server, loopback, host, reflexive, relay, speaker };

/** What a step cannot do without. */
const NEEDED = {
  server: 'WebSocket',
  loopback: 'RTCPeerConnection',
  host: 'RTCPeerConnection',
  reflexive: 'RTCPeerConnection',
  relay: 'RTCPeerConnection',
};

/** Tries one after another what a call needs. Event: `change`. */
export class CallCheck extends EventTarget {
  /** @type {Step[]} */
  steps = Object.keys(STEPS).map((name) => ({ name, state: 'waiting', problem: undefined, facts: {} }));

  /** The report, when all is done. @type {string|undefined} */
  report;

  /** @type {import('./bench.js').Bench} */
  bench;

  #answered;

  /** @param {import('./bench.js').Bench} bench */
  constructor(bench) {
    super();
    this.bench = bench;
    bench.addEventListener('change', () => this.#change());
  }

  async run() {
    for (const step of this.steps) {
      this.#change(step, { state: 'running' });
      const { state, problem, facts } = await this.#try(step);
      this.#change(step, { state: problem ? 'failed' : (state ?? 'passed'), problem: problem ?? undefined, facts });
    }
    this.bench.close();
    this.report = report(this.steps, new Date());
    this.#change();
  }

  /** Whether the person has heard the sound. */
  answer(heard) {
    this.#answered?.(heard);
  }

  async #try(step) {
    const needed = NEEDED[step.name];
    if (needed && !(needed in globalThis)) {
      return { problem: 'unsupported', facts: { missing: needed } };
    }
    const ask = () => {
      this.#change(step, { state: 'asking' });
      return new Promise((answered) => (this.#answered = answered));
    };
    try {
      return await STEPS[step.name](this.bench, ask);
    } catch (error) {
      console.error(`the step ${step.name} broke off`, error);
      return { problem: 'broken', facts: { error: String(error) } };
    }
  }

  #change(step = {}, change = {}) {
    Object.assign(step, change);
    this.dispatchEvent(new Event('change'));
  }
}
