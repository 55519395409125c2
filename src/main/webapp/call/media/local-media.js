import { Opening } from './opening.js';

/** @typedef {import('./capture.js').Problem} Problem */

/** What no other answer is to be expected from, whatever is asked for. */
const FINAL = [null, 'insecure', 'unsupported'];

/**
 * This person's camera and microphone: the chosen ones, or if those are not to be had, others.
 *
 * Events: `track` with `{kind, track}` when another track, or none, is to be sent; `turned` with `{kind, on}` when the
 * person turns one on or off; `replaced` with `{kind, label}` when, without the person's doing, another device is in
 * use than before; `change` after every change.
 */
export class LocalMedia extends EventTarget {
  /** The live tracks, at most one of a kind. */
  stream = new MediaStream();

  /** @type {{audio: Problem|null, video: Problem|null}} */
  problems = { audio: null, video: null };

  /** Whether the person wants to be heard and seen. */
  wanted;

  /** @type {import('./devices.js').Devices} */
  devices;

  #opening;
  #asking = new Set();

  /** What the person has just chosen, by kind: no news to them. */
  #picked = {};

  /**
   * @param {import('./devices.js').Devices} devices
   * @param {object} [options]
   * @param {{audio: boolean, video: boolean}} [options.wanted] what is on at first
   * @param {(kind: 'audio'|'video') => boolean} [options.permitted] whether the page's policy lets it use that kind
   */
  constructor(devices, { wanted = { audio: true, video: true }, permitted } = {}) {
    super();
    this.devices = devices;
    this.wanted = { ...wanted };
    this.#opening = new Opening(devices, permitted);
    devices.addEventListener('change', () => {
      this.#settle(true);
      this.#tell('change');
    });
  }

  /** Asks for what is not there: both at once, so that there is one question, then for each, if the answer was no. */
  async open() {
    const kinds = ['audio', 'video'].filter((kind) => this.#needed(kind) && !this.#track(kind) && !this.#asking.has(kind));
    if (kinds.length > 0 && !(await this.#acquire(kinds)) && kinds.length > 1) {
      await this.#acquire(['audio']);
      await this.#acquire(['video']);
    }
  }

  /** Whether it is turned on: it is sent, or will be once the browser has given it. */
  on(kind) {
    return this.wanted[kind] && (this.#asking.has(kind) || this.#track(kind) !== undefined);
  }

  /** Whether something of this kind is being sent. */
  sends(kind) {
    return this.wanted[kind] && this.#track(kind) !== undefined;
  }

  /**
   * Turns microphone or camera on or off. A muted microphone stays open, so that unmuting is immediate; a camera that
   * is off is released, so that its light goes out.
   */
  async turn(kind, on) {
    this.wanted[kind] = on;
    this.#tell('turned', { kind, on });
    const track = this.#track(kind);
    if (kind === 'video' && track && !on) {
      this.#drop(kind);
    } else if (track) {
      track.enabled = on;
    } else if (on && !this.#asking.has(kind)) {
      await this.#acquire([kind]);
    }
    this.#tell('change');
  }

  /**
   * Takes another device from now on.
   *
   * @param {import('./devices.js').Kind} kind
   * @param {string} id
   * @param {{lasting?: boolean}} [options] whether it is remembered
   */
  choose(kind, id, options) {
    this.#opening.forgive(kind);
    this.#picked[kind] = id;
    this.devices.choose(kind, id, options);
    if (this.problems[kind] && this.wanted[kind] && !this.#asking.has(kind)) {
      this.#acquire([kind]);
    }
  }

  /** The id of the device that is in use, or would be if it were turned on; undefined if that is not known. */
  using(kind) {
    return this.#track(kind) ? this.#opening.used(kind) : this.devices.find(kind)?.deviceId;
  }

  /**
   * Why another device is in use than the chosen one, if so.
   *
   * @returns {{label: string, problem: Problem|'gone'}|undefined}
   */
  standIn(kind) {
    const chosen = this.devices.chosen(kind);
    const problem = this.devices.find(kind) ? this.#opening.failure(kind) : 'gone';
    return chosen && this.#track(kind) && problem ? { label: chosen.label, problem } : undefined;
  }

  #track(kind) {
    return this.stream.getTracks().find((track) => track.kind === kind);
  }

  /** A camera that is off is not opened; a microphone is, so as to be there when it is turned on. */
  #needed(kind) {
    return kind === 'audio' || this.wanted[kind];
  }

  /** Whether that is all there is to ask: the browser gave them, or would give nothing to this page. */
  async #acquire(kinds) {
    kinds.forEach((kind) => this.#asking.add(kind));
    if (kinds.includes('video')) {
      // Many phones cannot have two cameras open. Its last picture stays until there is another.
      this.#track('video')?.stop();
    }
    this.#tell('change');
    const { tracks, problem } = await (kinds.length > 1 ? this.#opening.all(kinds) : this.#opening.one(kinds[0]));
    tracks.forEach((track) => this.#take(track));
    for (const kind of kinds) {
      this.problems[kind] = problem;
      this.#asking.delete(kind);
      if (this.#track(kind)?.readyState === 'ended') {
        this.#drop(kind);
      }
    }
    this.#tell('change');
    await this.devices.refresh();
    this.#settle();
    return FINAL.includes(problem);
  }

  #take(track) {
    const { kind } = track;
    if (!this.#needed(kind)) {
      // Turned off while the browser was still asking.
      track.stop();
      return;
    }
    this.#remove(kind);
    track.enabled = this.wanted[kind];
    track.onended = () => this.#lost(kind);
    this.stream.addTrack(track);
    this.#tell('track', { kind, track });
  }

  #remove(kind) {
    const track = this.#track(kind);
    if (track) {
      track.onended = null;
      track.stop();
      this.stream.removeTrack(track);
    }
  }

  #drop(kind) {
    this.#remove(kind);
    this.#tell('track', { kind, track: null });
  }

  /** It was unplugged, or the person or the system took it away. */
  async #lost(kind) {
    this.#asking.add(kind);
    this.#drop(kind);
    await this.devices.refresh();
    await this.#replace(kind);
  }

  /** Takes what ought to be in use; when there are other devices than before, also what could not be found until now. */
  async #settle(news = false) {
    for (const kind of ['audio', 'video']) {
      const back = news && this.problems[kind] === 'missing' && this.wanted[kind] && this.devices.count(kind) > 0;
      if (!this.#asking.has(kind) && (this.#track(kind) ? this.#opening.due(kind) : back)) {
        await this.#replace(kind);
      }
    }
  }

  async #replace(kind) {
    const before = this.#opening.used(kind);
    const picked = this.#picked[kind];
    delete this.#picked[kind];
    await this.#acquire([kind]);
    const now = this.#opening.used(kind);
    if (this.#track(kind) && now !== before && now !== picked) {
      this.#tell('replaced', { kind, label: this.devices.get(kind, now)?.label });
    }
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
