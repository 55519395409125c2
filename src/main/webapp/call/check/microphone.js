import { until } from './limit.js';

/** What counts as heard, from 0 to 1. */
const AUDIBLE = 0.3;

/** How long to wait for a sound, in milliseconds. */
const PATIENCE = 12_000;

/** Whether the microphone hears something. */
export async function microphone(bench) {
  const { device, problem } = await bench.open('audio');
  if (problem) {
    return { problem, facts: {} };
  }
  let loudest = 0;
  const heard = () => {
    loudest = Math.max(loudest, bench.level.value);
    return loudest >= AUDIBLE;
  };
  const silent = await until(PATIENCE, heard).then(
    () => false,
    () => true,
  );
  return { problem: silent ? 'silent' : undefined, facts: { device, level: `${Math.round(loudest * 100)} %` } };
}
