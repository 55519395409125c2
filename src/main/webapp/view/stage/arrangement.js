import { prefer, preference } from '../../preferences.js';

/** The corners in which one's own tile may float, clockwise. */
const CORNERS = ['top-left', 'top-right', 'bottom-right', 'bottom-left'];

/**
 * What the person wants large, and where. Tiles are known by their keys.
 *
 * Events: `change`.
 */
export class Arrangement extends EventTarget {
  /** @type {string|undefined} the tile that stays large whoever speaks */
  pinned;

  /** The size of the place for the tiles, in CSS pixels; nothing until it is known. */
  size = { width: 0, height: 0 };

  #speakerView = preference('speaker-view', false) === true;
  #corner = CORNERS.includes(preference('corner')) ? preference('corner') : 'bottom-right';
  #floats = preference('floats');
  #observer = new ResizeObserver(([{ contentRect }]) => this.#resized(contentRect));

  /** Whether who speaks is large, and the others are small. */
  get speakerView() {
    return this.#speakerView;
  }

  /** @returns {import('./layout.js').Corner} where one's own tile floats, if it does */
  get corner() {
    return this.#corner;
  }

  /** Whether one's own tile floats over those of so many others: unless the person wants it otherwise, over one. */
  floatsOver(others) {
    return others > 0 && (typeof this.#floats === 'boolean' ? this.#floats : others === 1);
  }

  toggleSpeakerView() {
    this.#speakerView = !this.#speakerView;
    prefer('speaker-view', this.#speakerView);
    this.#changed();
  }

  /** Pins a tile, or lets go of it if it was. */
  togglePin(key) {
    this.pinned = this.pinned === key ? undefined : key;
    this.#changed();
  }

  /** Lets one's own tile float, or puts it among the others. */
  float(floats) {
    this.#floats = floats;
    prefer('floats', floats);
    this.#changed();
  }

  moveTo(corner) {
    this.#corner = corner;
    prefer('corner', corner);
    this.#changed();
  }

  moveOn() {
    this.moveTo(CORNERS[(CORNERS.indexOf(this.#corner) + 1) % CORNERS.length]);
  }

  /** The element in which the tiles stand, if there is one: its size counts from now on. Always the same function. */
  place = (element) => {
    this.#observer.disconnect();
    if (element) {
      this.#observer.observe(element);
    }
  };

  #resized({ width, height }) {
    if (width !== this.size.width || height !== this.size.height) {
      this.size = { width, height };
      this.#changed();
    }
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
