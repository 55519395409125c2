import { language, t } from '../../i18n/i18n.js';
import { html, nothing, render } from '../../lib/lit-html.js';
import { icon } from '../parts/icon.js';
import { languages } from '../parts/language.js';
import { stepView } from './step.js';
import { summary } from './words.js';

/**
 * Shows the call check.
 *
 * @param {object} model
 * @param {import('../../call/check/check.js').CallCheck} model.check
 * @param {boolean} model.running
 * @param {boolean} model.copied whether the report has just been copied
 * @param {object} actions
 */
export function showCheck(model, actions) {
  const root = document.getElementById('app');
  const before = document.activeElement;
  document.documentElement.lang = language();
  document.title = `${t('check.title')} – Parley`;
  render(page(model, actions), root);
  if (!before.isConnected) {
    // An answer goes with its question: from nowhere, keys would do nothing.
    root.querySelector('h1').focus();
  }
}

function page({ check, running, copied }, actions) {
  return html`<div class="home check">
    <header><img src="icon.svg" alt="" width="36" height="36" /><span class="brand">Parley</span></header>
    <main class="card">
      <h1 tabindex="-1">${t('check.title')}</h1>
      <p>${t('check.intro')}</p>
      <button type="button" class="primary" aria-disabled=${running} @click=${() => running || actions.run()}>
        ${t(running ? 'check.busy' : check.report ? 'check.again' : 'check.start')}
      </button>
      ${check.report ? outcome(check) : nothing}
      <ol class="steps">
        ${check.steps.map((step) => stepView(step, check.bench, actions))}
      </ol>
      ${check.report ? reportView(check.report, copied, actions) : nothing}
    </main>
    <footer>
      <a href=${`./${location.hash}`}>${icon('video')}${t('check.back')}</a>
      ${languages(actions)}
    </footer>
  </div>`;
}

function outcome(check) {
  const bad = check.steps.some(({ state }) => state === 'failed');
  return html`<p class="notice ${bad ? 'error' : 'good'}">${icon(bad ? 'triangle-alert' : 'circle-check')}${summary(check)}</p>`;
}

function reportView(report, copied, actions) {
  return html`<section class="report">
    <label class="field">
      <span>${t('check.report')}</span>
      <textarea readonly rows="12" lang="en" .value=${report}></textarea>
    </label>
    <p>${t('check.report.holds')}</p>
    <button type="button" class="quiet" @click=${actions.copyReport}>
      ${icon(copied ? 'check' : 'copy')}${t(copied ? 'check.copied' : 'check.copy')}
    </button>
  </section>`;
}
