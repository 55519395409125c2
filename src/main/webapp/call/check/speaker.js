import { TooLate, within } from './limit.js';

/** How long the sound may take, and how long the answer, in milliseconds. */
const TO_PLAY = 8000;
const TO_ANSWER = 60_000;

/** Whether the person hears what is played. */
export async function speaker(bench, ask) {
  const chosen = bench.devices.find('speaker');
  const facts = chosen ? { device: chosen.label } : { chosen: 'none' };
  try {
    await within(TO_PLAY, bench.play(bench.devices.sink));
  } catch {
    return { problem: 'speaker', facts };
  }
  try {
    return { problem: (await within(TO_ANSWER, ask())) ? undefined : 'unheard', facts };
  } catch (error) {
    if (error instanceof TooLate) {
      return { state: 'skipped', facts: { ...facts, answer: 'none' } };
    }
    throw error;
  }
}
