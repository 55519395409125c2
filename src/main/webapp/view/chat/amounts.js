import { language, t } from '../../i18n/i18n.js';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];

/** A size in words that people use. @param {number} bytes */
export const size = (bytes) => amount(bytes, '');

/** @param {number} speed in bytes per second */
export const speed = (speed) => amount(speed, '-per-second');

/** How long it takes until all is there. @param {number} seconds */
export function timeLeft(seconds) {
  return seconds < 90 ? t('files.left.seconds', { count: Math.ceil(seconds) }) : t('files.left.minutes', { count: Math.ceil(seconds / 60) });
}

function amount(bytes, suffix) {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** step;
  return new Intl.NumberFormat(language(), {
    style: 'unit',
    unit: UNITS[step] + suffix,
    unitDisplay: step === 0 && !suffix ? 'long' : 'short',
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  }).format(value);
}
