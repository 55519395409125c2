import { t } from '../../i18n/i18n.js';
import { repeat } from '../../lib/directives/repeat.js';
import { html, nothing } from '../../lib/lit-html.js';
import { bitrate, flow, milliseconds, percent, way } from './figures.js';
import { icon } from '../parts/icon.js';
import { sparkline } from './sparkline.js';
import { warningText } from '../stage/warnings.js';

const GRADES = {
  good: { word: 'quality.good', symbol: 'signal-high' },
  fair: { word: 'quality.fair', symbol: 'signal-medium' },
  poor: { word: 'quality.poor', symbol: 'signal-low' },
  unknown: { word: 'quality.unknown', symbol: 'wifi-off' },
};

const LIMITATIONS = {
  cpu: 'quality.limitation.cpu',
  bandwidth: 'quality.limitation.bandwidth',
  other: 'quality.limitation.other',
};

/** How long a curve is, in figures. */
const LENGTH = 60;

/** How the connections are: a word for each, its curves, and all that is known of it. */
export function quality({ call, quality, screen }) {
  const remotes = [...call.remotes];
  return html`<div class="quality">
    ${summary(quality, remotes)}
    <ul>
      ${repeat(remotes, ({ id }) => id, (remote) => card(remote, quality.of(remote.id), screen.on))}
    </ul>
  </div>`;
}

function summary(quality, remotes) {
  if (remotes.length === 0) {
    return html`<p class="soft">${t('quality.nobody')}</p>`;
  }
  const { warnings } = quality;
  const sum = (name) => remotes.reduce((total, { id }) => total + (quality.of(id)?.figures?.[name] ?? 0), 0);
  return html`${warnings.length > 0
      ? html`<div class="notice">${icon('triangle-alert')}<div>${warnings.map((it) => html`<p>${warningText(it)}</p>`)}</div></div>`
      : html`<p class="fine">${icon('circle-check')}${t('quality.fine')}</p>`}
    <p class="soft">${t('quality.all', { up: bitrate(sum('bitrateUp')), down: bitrate(sum('bitrateDown')) })}</p>`;
}

function card({ name, state }, reading, sharing) {
  const latest = reading?.figures;
  const grade = GRADES[latest ? reading.grade : 'unknown'];
  return html`<li class="peer">
    <h3><span>${name}</span><span class="grade ${latest ? reading.grade : 'unknown'}">${icon(grade.symbol)}${t(grade.word)}</span></h3>
    ${latest ? html`${curves(reading.history, latest)} ${all(latest, { down: state.screen, up: sharing })}` : nothing}
  </li>`;
}

function curves(history, latest) {
  const row = (label, write, of, top) => html`<div>
    <dt>${t(label)}</dt>
    <dd>${sparkline(history.map(of), { length: LENGTH, top })}<span>${write(of(latest))}</span></dd>
  </div>`;
  return html`<dl class="curves">
    ${row('quality.delay', milliseconds, ({ rtt }) => rtt, 100)}
    ${row('quality.loss', percent, worst, 0.1)}
    ${row('quality.down', bitrate, ({ bitrateDown }) => bitrateDown, 250_000)}
    ${row('quality.up', bitrate, ({ bitrateUp }) => bitrateUp, 250_000)}
  </dl>`;
}

function worst({ lossUp, lossDown }) {
  const losses = [lossUp, lossDown].filter((loss) => loss !== undefined);
  return losses.length > 0 ? Math.max(...losses) : undefined;
}

/** @param {{down: boolean, up: boolean}} screens which way there are any */
function all(latest, screens) {
  const row = (label, text) => html`<div>
    <dt>${t(label)}</dt>
    <dd>${text}</dd>
  </div>`;
  const limitation = LIMITATIONS[latest.limitation];
  return html`<details>
    <summary>${t('quality.more')}</summary>
    <dl>
      ${row('quality.picture.down', flow(latest.down.video))} ${row('quality.picture.up', flow(latest.up.video))}
      ${screens.down ? row('quality.screen.down', flow(latest.down.screen)) : nothing}
      ${screens.up ? row('quality.screen.up', flow(latest.up.screen)) : nothing}
      ${row('quality.sound.down', flow(latest.down.audio))} ${row('quality.sound.up', flow(latest.up.audio))}
      ${row('quality.loss.down', percent(latest.lossDown))} ${row('quality.loss.up', percent(latest.lossUp))}
      ${row('quality.jitter', milliseconds(latest.jitter))} ${row('quality.available', bitrate(latest.available))}
      ${limitation ? row('quality.limitation', t(limitation)) : nothing} ${row('quality.path', way(latest.path))}
    </dl>
  </details>`;
}
