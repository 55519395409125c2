import { t } from '../../i18n/i18n.js';
import { html, nothing } from '../../lib/lit-html.js';
import { icon } from '../parts/icon.js';
import { meter } from '../parts/meter.js';
import { video } from '../parts/video.js';
import { advice, stateOf, title } from './words.js';

const SYMBOLS = {
  waiting: 'circle',
  running: 'refresh-cw',
  asking: 'circle-help',
  passed: 'circle-check',
  failed: 'circle-x',
  absent: 'circle',
  skipped: 'circle-help',
};

/** What a step found, where that says something to people: the rest is in the report. */
const TELLING = ['device', 'pictures', 'round trip'];

/**
 * One step: how far it is, and what to do if it failed.
 *
 * @param {import('../../call/check/check.js').Step} step
 * @param {import('../../call/check/bench.js').Bench} bench
 * @param {object} actions
 */
export function stepView(step, bench, actions) {
  const words = advice(step);
  const facts = TELLING.map((name) => step.facts[name]).filter(Boolean);
  return html`<li class="step ${step.state}">
    <span class="mark">${icon(SYMBOLS[step.state])}</span>
    <div>
      <h2>${title(step)}</h2>
      <p class="state">${stateOf(step)}${facts.length > 0 ? html`<span class="facts">${facts.join(' · ')}</span>` : nothing}</p>
      ${words ? html`<p class="advice">${words}</p>` : nothing} ${live(step, bench)}
      ${step.state === 'asking' ? question(actions) : nothing}
    </div>
  </li>`;
}

/** What can be seen and heard of it while it runs. */
function live({ name, state }, { stream, level }) {
  if (state !== 'running' || !stream) {
    return nothing;
  }
  if (name === 'microphone') {
    return html`<p>${t('check.say')}</p><p class="listening">${meter(level)}</p>`;
  }
  return name === 'camera' && stream.getVideoTracks().length > 0 ? video(stream, { muted: true, mirrored: true }) : nothing;
}

function question({ answer }) {
  return html`<p class="question">${t('check.heard')}</p>
    <p class="answers">
      <button type="button" class="quiet" @click=${() => answer(true)}>${t('check.heard.yes')}</button>
      <button type="button" class="quiet" @click=${() => answer(false)}>${t('check.heard.no')}</button>
    </p>`;
}
