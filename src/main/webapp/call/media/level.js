/** How many samples make one reading: about 20 ms. */
const WINDOW = 1024;

/** What counts as silence and as loud, in decibels below full scale. */
const SILENCE = -60;
const LOUD = -10;

/** One for all, since browsers allow a page only a few; runs while something is listened to. */
let context;
let listening = 0;

/** Browsers may keep a page from using sound until somebody does something there. */
function wake() {
  // Whatever its state: one that is about to be suspended still says that it runs.
  if (listening > 0) {
    context.resume();
  }
}

function begin() {
  if (!context) {
    context = new AudioContext();
    ['pointerdown', 'keydown'].forEach((type) => addEventListener(type, wake));
  }
  listening += 1;
  wake();
}

function end() {
  listening -= 1;
  if (listening === 0) {
    context.suspend();
  }
}

/** How loud a track is. */
export class Level {
  #source;
  #analyser;
  #samples = new Float32Array(WINDOW);

  /** @param {MediaStreamTrack} track a track of sound; one that is not enabled is silent */
  constructor(track) {
    begin();
    this.#source = context.createMediaStreamSource(new MediaStream([track]));
    this.#analyser = new AnalyserNode(context, { fftSize: WINDOW });
    this.#source.connect(this.#analyser);
  }

  /** From 0, for silence, to 1: as loud as one speaks right at the microphone. */
  get value() {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    const power = this.#samples.reduce((sum, sample) => sum + sample * sample, 0) / WINDOW;
    const decibels = 10 * Math.log10(power + 1e-12);
    return Math.min(1, Math.max(0, (decibels - SILENCE) / (LOUD - SILENCE)));
  }

  close() {
    this.#source.disconnect();
    end();
  }
}
