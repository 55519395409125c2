import { within } from './limit.js';

/** How long to wait for pictures, in milliseconds. */
const PATIENCE = 8000;

/** Whether the camera gives pictures, and how many of what size. */
export async function camera(bench) {
  const { device, problem } = await bench.open('video');
  if (problem) {
    return { problem, facts: {} };
  }
  try {
    const { width, height, framesPerSecond } = await within(PATIENCE, bench.watch(bench.stream));
    return { facts: { device, pictures: `${width}×${height}, ${framesPerSecond}/s` } };
  } catch {
    return { problem: 'no-pictures', facts: { device } };
  }
}
