import { canChooseSpeaker } from './speaker.js';

/** Two notes, in hertz, and how long each of them is heard, in seconds. */
const NOTES = [523.25, 783.99];
const LENGTH = 0.45;
const VOLUME = 0.25;

/**
 * Plays a short sound.
 *
 * @param {string} sink the id of a speaker, or '' for the system's
 * @returns {Promise<void>} when it is over
 * @throws {DOMException} if the speaker cannot be used
 */
export async function playTestSound(sink) {
  const context = new AudioContext();
  // By way of an element: some browsers let only those choose a speaker.
  const audio = new Audio();
  try {
    const out = context.createMediaStreamDestination();
    audio.srcObject = out.stream;
    if (canChooseSpeaker) {
      await audio.setSinkId(sink);
    }
    await context.resume();
    await audio.play();
    await Promise.all(NOTES.map((hertz, i) => note(context, out, hertz, context.currentTime + 0.1 + i * LENGTH)));
  } finally {
    audio.srcObject = null;
    await context.close();
  }
}

function note(context, out, frequency, start) {
  const volume = new GainNode(context, { gain: 0 });
  // Swells and fades, or it would click.
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(VOLUME, start + 0.03);
  volume.gain.exponentialRampToValueAtTime(0.001, start + LENGTH);
  const oscillator = new OscillatorNode(context, { frequency });
  oscillator.connect(volume).connect(out);
  oscillator.start(start);
  oscillator.stop(start + LENGTH);
  return new Promise((ended) => (oscillator.onended = ended));
}
