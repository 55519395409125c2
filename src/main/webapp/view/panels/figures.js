import { language, t } from '../../i18n/i18n.js';

/** Figures as people read them, a dash for those that are not known. */

function number(value, digits) {
  return value.toLocaleString(language(), { maximumFractionDigits: digits });
}

const known = (value, write) => (Number.isFinite(value) ? write(value) : t('quality.none'));

/** @param {number} [value] in milliseconds */
export const milliseconds = (value) => known(value, () => `${number(value, 0)} ms`);

/** @param {number} [part] from 0 to 1 */
export const percent = (part) => known(part, () => `${number(part * 100, 1)} %`);

/** @param {number} [value] in bits per second */
export const bitrate = (value) =>
  known(value, () => (value < 1e6 ? `${number(value / 1e3, 0)} kbit/s` : `${number(value / 1e6, 1)} Mbit/s`));

/** @param {import('../../call/quality/stats.js').Flow} [flow] */
export function flow(flow) {
  if (!flow) {
    return t('quality.none');
  }
  const size = flow.width && `${flow.width}×${flow.height}`;
  const rate = flow.fps !== undefined && `${number(flow.fps, 0)} fps`;
  return [size, rate, bitrate(flow.bitrate), flow.codec].filter(Boolean).join(' · ');
}

/** @param {import('../../call/quality/stats.js').Figures['path']} [path] */
export function way(path) {
  if (!path) {
    return t('quality.none');
  }
  const kind = t(path.relayed ? 'quality.path.relayed' : 'quality.path.direct');
  return `${kind} (${path.type} – ${path.remoteType}, ${path.protocol.toUpperCase()})`;
}
