/** How far a pointer may move until it drags, in CSS pixels: a click trembles. */
const TREMOR = 6;

/**
 * Lets a floating tile be dragged with the pointer; it comes to rest in the corner that is nearest.
 *
 * @param {import('./arrangement.js').Arrangement} arrangement
 * @returns {(event: PointerEvent) => void} for its `pointerdown`
 */
export const dragging = (arrangement) => (start) => {
  if (start.button !== 0 || start.target.closest('button')) {
    return;
  }
  const tile = start.currentTarget;
  const offset = (event) => [event.clientX - start.clientX, event.clientY - start.clientY];
  let dragged = false;
  const move = (event) => {
    const [x, y] = offset(event);
    dragged ||= Math.hypot(x, y) > TREMOR;
    if (dragged) {
      // For looks, and each time: a tile that is shown anew has only the classes that it had.
      tile.classList.add('dragged');
      tile.style.translate = `${x}px ${y}px`;
    }
  };
  const end = (event) => {
    tile.removeEventListener('pointermove', move);
    ['pointerup', 'pointercancel'].forEach((type) => tile.removeEventListener(type, end));
    if (dragged) {
      const corner = nearestCorner(tile);
      tile.classList.remove('dragged');
      tile.style.translate = '';
      if (event.type === 'pointerup') {
        arrangement.moveTo(corner);
      }
    }
  };
  // At once: a quick hand is out of the tile before it has moved far.
  tile.setPointerCapture(start.pointerId);
  tile.addEventListener('pointermove', move);
  ['pointerup', 'pointercancel'].forEach((type) => tile.addEventListener(type, end));
};

function nearestCorner(tile) {
  const area = tile.parentElement.getBoundingClientRect();
  const { x, y, width, height } = tile.getBoundingClientRect();
  const right = x + width / 2 > area.x + area.width / 2;
  const bottom = y + height / 2 > area.y + area.height / 2;
  return `${bottom ? 'bottom' : 'top'}-${right ? 'right' : 'left'}`;
}
