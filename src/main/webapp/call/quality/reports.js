import { Failures, PAUSE } from './failures.js';
import { FirstPicture } from './first-picture.js';

/** What the server takes, in milliseconds. */
const MOST = { setup: 600_000, rtt: 60_000 };

/**
 * Tells the server how the call is, for its metrics: the figures once a minute at most, and for the first time with the
 * first picture, where there is one to wait for; of failures each kind once a minute at most. Looks at what the sweep over
 * the statistics has found, and has no work of its own.
 */
export class Reports {
  #call;
  #quality;
  #channel;
  #failures;
  #picture;
  #began = performance.now();

  /** When the figures were told last. */
  #told = -Infinity;

  /**
   * To be made when somebody joins.
   *
   * @param {import('../call.js').Call} call
   * @param {import('./quality.js').Quality} quality
   * @param {import('../../signaling/channel.js').Channel} channel
   */
  constructor(call, quality, channel) {
    this.#call = call;
    this.#quality = quality;
    this.#channel = channel;
    this.#failures = new Failures(call, channel);
    this.#picture = new FirstPicture(call);
    quality.addEventListener('change', () => this.#look());
    // Who gives up is who has something to tell.
    call.addEventListener('leaving', () => this.#failures.rest().forEach((failed) => this.#tell({ failed })));
  }

  #look() {
    this.#picture.look(this.#quality);
    const failed = this.#failures.take();
    const figures = this.#due ? [...this.#call.remotes].map(({ id }) => this.#quality.of(id)?.figures).filter(Boolean) : [];
    if (figures.length > 0) {
      this.#told = performance.now();
      this.#tell({ setup: within(MOST.setup, Math.round(this.#picture.take())), rtt: rtt(figures), loss: loss(figures), failed });
    } else if (failed) {
      this.#tell({ failed });
    }
  }

  /** Whether it is time for figures. Not while the server is gone: they would be those of another time when it hears them. */
  get #due() {
    const now = performance.now();
    const waits = this.#picture.awaited && now - this.#began < PAUSE;
    return now - this.#told >= PAUSE && !waits && this.#call.remotes.informed;
  }

  #tell(report) {
    this.#channel.send({ type: 'report', ...report });
  }
}

/** The longest way there is, in milliseconds. */
function rtt(figures) {
  return within(MOST.rtt, Math.round(Math.max(...figures.map((it) => it.rtt ?? -1))));
}

/** The part of the packets that is lost where most are. */
function loss(figures) {
  return within(1, Math.max(...figures.map(({ lossUp = -1, lossDown = -1 }) => Math.max(lossUp, lossDown))));
}

/** The number, if it is one that can be told. */
function within(most, number) {
  return number >= 0 && number <= most ? Number(number.toFixed(4)) : undefined;
}
