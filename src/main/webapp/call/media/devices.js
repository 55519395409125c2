/**
 * What somebody has chosen. The browser changes ids when somebody clears its data, and some at every visit: then the
 * label tells.
 *
 * @typedef {'audio'|'video'|'speaker'} Kind
 * @typedef {{id: string, label: string}} Choice
 */

const KINDS = { audioinput: 'audio', videoinput: 'video', audiooutput: 'speaker' };

/** What Chromium lists besides the devices themselves: whichever the system uses. */
const STANDING_FOR_OTHERS = ['default', 'communications'];

/**
 * The microphones, cameras and speakers that there are, and which of them the person has chosen.
 *
 * Events: `change` when there are others, or another one is chosen.
 */
export class Devices extends EventTarget {
  #found = { audio: [], video: [], speaker: [] };
  #chosen = {};
  #keep;

  /**
   * @param {object} [memory] what outlasts the visit
   * @param {(name: string) => unknown} [memory.recall]
   * @param {(name: string, value: Choice) => void} [memory.keep]
   */
  constructor({ recall = () => undefined, keep = () => undefined } = {}) {
    super();
    this.#keep = keep;
    for (const kind of Object.values(KINDS)) {
      const { id, label } = Object(recall(`device.${kind}`));
      if (typeof id === 'string' && typeof label === 'string') {
        this.#chosen[kind] = { id, label };
      }
    }
    navigator.mediaDevices?.addEventListener?.('devicechange', () => this.refresh());
  }

  /**
   * The devices of a kind, in the browser's order. None as long as the page may not use that kind: then the browser
   * tells neither ids nor labels.
   *
   * @param {Kind} kind
   * @returns {MediaDeviceInfo[]}
   */
  of(kind) {
    return this.#found[kind].filter(({ deviceId }) => deviceId);
  }

  /** How many things of a kind are plugged in, as far as the browser tells. */
  count(kind) {
    return this.#found[kind].filter(({ deviceId }) => !STANDING_FOR_OTHERS.includes(deviceId)).length;
  }

  /** @returns {Choice|undefined} what the person has chosen, whether or not it is there */
  chosen(kind) {
    return this.#chosen[kind];
  }

  /** @returns {MediaDeviceInfo|undefined} the chosen device, if it is there */
  find(kind) {
    const chosen = this.#chosen[kind];
    const there = this.of(kind);
    return (
      chosen &&
      (there.find(({ deviceId }) => deviceId === chosen.id) ??
        there.find(({ label }) => label !== '' && label === chosen.label))
    );
  }

  /** @returns {MediaDeviceInfo|undefined} */
  get(kind, id) {
    return this.of(kind).find(({ deviceId }) => deviceId === id);
  }

  /** Where the others are to be heard: the id of the chosen speaker, or '' for the system's. */
  get sink() {
    return this.find('speaker')?.deviceId ?? '';
  }

  /**
   * @param {Kind} kind
   * @param {string} id
   * @param {object} [options]
   * @param {boolean} [options.lasting] whether it is remembered beyond this visit
   */
  choose(kind, id, { lasting = true } = {}) {
    const chosen = { id, label: this.get(kind, id)?.label ?? '' };
    this.#chosen[kind] = chosen;
    if (lasting) {
      this.#keep(`device.${kind}`, chosen);
    }
    this.#changed();
  }

  /** Looks again what there is. The browser tells more once it has given the page a device. */
  async refresh() {
    const found = { audio: [], video: [], speaker: [] };
    for (const device of (await navigator.mediaDevices?.enumerateDevices?.()) ?? []) {
      found[KINDS[device.kind]]?.push(device);
    }
    const before = JSON.stringify(this.#found);
    this.#found = found;
    if (JSON.stringify(found) !== before) {
      this.#changed();
    }
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
