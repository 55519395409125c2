import { t } from '../../i18n/i18n.js';
import { ref } from '../../lib/directives/ref.js';
import { html } from '../../lib/lit-html.js';

/** How often the bar moves, in milliseconds. */
const INTERVAL = 50;

/** By level, what starts and stops its bar: always the same, or it would be stopped and started at every rendering. */
const bars = new WeakMap();

function bar(level) {
  let timer;
  return (element) => {
    clearInterval(timer);
    if (element) {
      timer = setInterval(() => document.visibilityState === 'visible' && move(element, level.value), INTERVAL);
    } else {
      level.rest();
    }
  };
}

function move(element, value) {
  element.style.setProperty('--level', value.toFixed(2));
  element.setAttribute('aria-valuenow', Math.round(value * 100));
}

/**
 * A bar that shows how loud the microphone is. It moves by itself, without the page being rendered.
 *
 * @param {import('../../call/media/microphone-level.js').MicrophoneLevel} level
 */
export function meter(level) {
  if (!bars.has(level)) {
    bars.set(level, bar(level));
  }
  return html`<span
    class="meter"
    role="meter"
    aria-label=${t('devices.level')}
    aria-valuemin="0"
    aria-valuemax="100"
    aria-valuenow="0"
    ${ref(bars.get(level))}
  ></span>`;
}
