import { capture, concernsOneDevice } from './capture.js';

/** What Chromium calls whichever device the system uses at the moment. */
const SYSTEMS = 'default';

/** Opens the chosen microphone and camera, and others in place of those that cannot be had. */
export class Opening {
  #devices;
  #permitted;

  /** The ids of the devices opened last, by kind. */
  #used = {};

  /** What belongs together with the system's device, by kind, as it was when that was opened. */
  #group = {};

  /** By kind, the chosen device that could not be opened. */
  #failed = {};

  /**
   * @param {import('./devices.js').Devices} devices
   * @param {(kind: 'audio'|'video') => boolean} [permitted] whether the page's policy lets it use that kind
   */
  constructor(devices, permitted) {
    this.#devices = devices;
    this.#permitted = permitted;
  }

  /** The id of the device of this kind that was opened last. */
  used(kind) {
    return this.#used[kind];
  }

  /** @returns {import('./capture.js').Problem|undefined} why the chosen device could not be opened */
  failure(kind) {
    return this.#failed[kind]?.problem;
  }

  /** The person wants it tried once more. */
  forgive(kind) {
    delete this.#failed[kind];
  }

  /** Whether another device ought to be in use than the one that was opened last. */
  due(kind) {
    const chosen = this.#devices.find(kind);
    const failed = this.#failed[kind];
    if (failed && !this.#devices.get(kind, failed.id)) {
      // Unplugged: when it is there again, it may work.
      this.forgive(kind);
    }
    if (chosen && chosen.deviceId !== this.#used[kind]) {
      return chosen.deviceId !== this.#failed[kind]?.id;
    }
    return this.#used[kind] === SYSTEMS && this.#moved(kind);
  }

  /** Microphone and camera at once, the chosen ones: all or none. */
  async all(kinds) {
    const wishes = (wish) => Object.fromEntries(kinds.map((kind) => [kind, wish(kind)]));
    const chosen = wishes((kind) => this.#chosen(kind));
    const opened = await this.#open(chosen);
    // What was chosen may be gone, or known by another id by now: then any will do until the labels are known.
    return opened.problem === 'missing' && Object.values(chosen).some(Boolean) ? this.#open(wishes(() => undefined)) : opened;
  }

  /**
   * One of them: the chosen one, or if that cannot be had the one before, or any.
   *
   * @param {'audio'|'video'} kind
   */
  async one(kind) {
    const before = this.#used[kind] && { deviceId: { exact: this.#used[kind] } };
    const wishes = [this.#chosen(kind), before, {}].filter(Boolean);
    let opened;
    for (const each of wishes) {
      opened = await this.#open({ [kind]: each });
      if (!opened.problem || !concernsOneDevice(opened.problem)) {
        break;
      }
      this.#note(kind, each, opened.problem);
    }
    return opened;
  }

  async #open(wishes) {
    const opened = await capture(wishes, this.#permitted);
    for (const track of opened.tracks) {
      const { kind } = track;
      this.#used[kind] = wishes[kind]?.deviceId?.exact ?? track.getSettings().deviceId;
      this.#group[kind] = this.#devices.get(kind, SYSTEMS)?.groupId;
    }
    return opened;
  }

  #note(kind, wish, problem) {
    const chosen = this.#devices.find(kind)?.deviceId;
    if (chosen && wish.deviceId?.exact === chosen) {
      this.#failed[kind] = { id: chosen, problem };
    }
  }

  #chosen(kind) {
    // What there is is not known before the browser has given anything. (As a mere wish Chromium may ignore it.)
    const unseen = this.#devices.of(kind).length === 0 ? this.#devices.chosen(kind)?.id : undefined;
    const id = this.#devices.find(kind)?.deviceId ?? unseen;
    return id && { deviceId: { exact: id } };
  }

  /** Whether the system uses another device than when its device was opened. */
  #moved(kind) {
    const now = this.#devices.get(kind, SYSTEMS)?.groupId;
    this.#group[kind] ??= now;
    return this.#group[kind] !== now;
  }
}
