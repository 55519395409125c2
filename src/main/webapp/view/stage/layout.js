/**
 * Where the tiles of a call stand: pure geometry, in CSS pixels.
 *
 * @typedef {{x: number, y: number, width: number, height: number}} Rect
 * @typedef {'top-left'|'top-right'|'bottom-right'|'bottom-left'} Corner
 */

/** How wide a tile may be for its height: a face is cropped no further than that, a screen not at all. */
const FACE = { min: 4 / 3, max: 16 / 9 };
const FACE_UPRIGHT = { min: 3 / 4, max: 16 / 9 };
const ANY = { min: 0, max: Infinity };

/** The part of the longer side that the strip of small tiles takes, and its bounds in pixels. */
const STRIP = { part: 0.18, min: 96, max: 260 };

/** The same for one's own tile when it floats over the others. */
const FLOATING = { part: 0.2, min: 104, max: 260 };

const bounded = ({ part, min, max }, length) => Math.min(max, Math.max(min, length * part));

/**
 * As large as possible: so many tiles in lines of equal length, the last line in the middle.
 *
 * @param {Rect} area
 * @param {number} count at least 1
 * @param {number} gap
 * @param {{min: number, max: number}} [shape]
 * @returns {Rect[]}
 */
export function grid(area, count, gap, shape = area.width > area.height ? FACE : FACE_UPRIGHT) {
  const candidates = Array.from({ length: count }, (_, i) => fitted(area, i + 1, Math.ceil(count / (i + 1)), gap, shape));
  const best = candidates.reduce((one, other) => (other.width * other.height > one.width * one.height ? other : one));
  return Array.from({ length: count }, (_, i) => placed(area, best, i, count, gap));
}

function fitted(area, columns, rows, gap, { min, max }) {
  const width = Math.max(0, (area.width - (columns - 1) * gap) / columns);
  const height = Math.max(0, (area.height - (rows - 1) * gap) / rows);
  return { columns, rows, width: Math.min(width, height * max), height: min > 0 ? Math.min(height, width / min) : height };
}

function placed(area, { columns, rows, width, height }, i, count, gap) {
  const row = Math.floor(i / columns);
  const inRow = Math.min(columns, count - row * columns);
  const left = (area.width - inRow * width - (inRow - 1) * gap) / 2;
  const top = (area.height - rows * height - (rows - 1) * gap) / 2;
  return { x: area.x + left + (i % columns) * (width + gap), y: area.y + top + row * (height + gap), width, height };
}

/**
 * The large tiles beside a strip of small ones: on the right, or below where there is more height than width.
 *
 * @param {Rect} area
 * @param {number} large at least 1
 * @param {number} small
 * @param {number} gap
 * @param {boolean} screens whether the large ones are screens rather than faces
 * @returns {{large: Rect[], small: Rect[]}}
 */
export function spotlight(area, large, small, gap, screens) {
  const shape = screens ? ANY : undefined;
  if (small === 0) {
    return { large: grid(area, large, gap, shape), small: [] };
  }
  const beside = area.width > area.height;
  const strip = bounded(STRIP, beside ? area.width : area.height);
  const rest = { ...area, ...(beside ? { width: area.width - strip - gap } : { height: area.height - strip - gap }) };
  const side = beside
    ? { ...area, x: area.x + area.width - strip, width: strip }
    : { ...area, y: area.y + area.height - strip, height: strip };
  return { large: grid(rest, large, gap, shape), small: grid(side, small, gap) };
}

/**
 * A small tile that floats over the others in a corner.
 *
 * @param {Rect} area
 * @param {Corner} corner
 * @param {number} gap
 * @returns {Rect}
 */
export function floating(area, corner, gap) {
  const upright = area.height > area.width;
  const long = bounded(FLOATING, Math.max(area.width, area.height));
  const [width, height] = upright ? [(long * 3) / 4, long] : [long, (long * 9) / 16];
  return {
    x: corner.endsWith('right') ? area.x + area.width - width - gap : area.x + gap,
    y: corner.startsWith('bottom') ? area.y + area.height - height - gap : area.y + gap,
    width,
    height,
  };
}
