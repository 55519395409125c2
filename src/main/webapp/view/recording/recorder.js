import { Composition } from './composition.js';
import { Mix } from './mix.js';
import { fileName, RecordingFile } from './recording-file.js';
import { saveBlob } from '../parts/save.js';
import { sharers } from '../stage/screens.js';
import { withLength } from './webm.js';

const FRAMES_PER_SECOND = 15;

/** In bits per second: legible text at 1280 by 720. */
const VIDEO = 2_500_000;
const SOUND = 128_000;

/** How often the recorder hands over what it has, in milliseconds: so much may be lost when a browser crashes. */
const SLICE = 1000;

/** VP8 before VP9, whose encoder needs twice the computer. */
const TYPES = ['video/webm;codecs=vp8,opus', 'video/webm;codecs=vp9,opus', 'video/webm', 'video/mp4'];

/** Whether this browser can record. */
export function canRecord() {
  return 'MediaRecorder' in window && 'captureStream' in HTMLCanvasElement.prototype && type() !== undefined;
}

function type() {
  return TYPES.find((it) => MediaRecorder.isTypeSupported(it));
}

/**
 * Records everybody's picture in one, and all sound, until it is stopped; then has the browser save the file.
 *
 * @param {object} model of the call
 * @returns {Promise<{stop: () => Promise<void>, broken: Promise<unknown>}>}
 */
export async function record(model) {
  // As it is now: a call that is over is no longer in the model when the last of it is written.
  const { call, media, screen, name, room } = model;
  const people = { call, media, screen, name };
  const begun = new Date();
  const composition = new Composition();
  const mix = new Mix();
  const worker = new Worker(new URL('./recording-worker.js', import.meta.url));
  const close = () => {
    composition.close();
    mix.close();
    worker.terminate();
  };
  const take = () => {
    composition.draw(tiles(people));
    mix.use(sounds(people));
  };
  try {
    take();
    const file = new RecordingFile(worker, type());
    const recorder = recorderOf(composition.track(FRAMES_PER_SECOND), mix.track);
    const { broken, written } = write(recorder, file);
    // From the start: a recorder that fails stops by itself.
    const stopped = new Promise((resolve) => {
      recorder.onstop = resolve;
    });
    recorder.start(SLICE);
    const start = performance.now();
    tick(worker, () => recorder.state === 'recording' && take());
    const stop = async () => {
      const length = performance.now() - start;
      if (recorder.state !== 'inactive') recorder.stop();
      await stopped;
      await written().catch(() => {});
      try {
        saveBlob(await withLength(await file.close(), length), fileName(room, begun, type().includes('mp4') ? 'mp4' : 'webm'));
      } finally {
        close();
      }
    };
    return { stop, broken };
  } catch (error) {
    close();
    throw error;
  }
}

function recorderOf(...tracks) {
  const options = { mimeType: type(), videoBitsPerSecond: VIDEO, audioBitsPerSecond: SOUND };
  return new MediaRecorder(new MediaStream(tracks), options);
}

/** Writes what a recorder gives into a file, in its order. */
function write(recorder, file) {
  let written = Promise.resolve();
  const broken = new Promise((resolve) => {
    recorder.onerror = ({ error }) => resolve(error);
    recorder.ondataavailable = ({ data }) => {
      written = written.then(() => file.write(data));
      written.catch(resolve);
    };
  });
  return { broken, written: () => written };
}

/** Does something at every tick of the worker, which ticks in hidden pages, too, and learns how long it took. */
function tick(worker, take) {
  worker.addEventListener('message', ({ data }) => {
    if (data === 'tick') {
      const before = performance.now();
      try {
        take();
      } finally {
        worker.postMessage({ ticked: performance.now() - before });
      }
    }
  });
  worker.postMessage({ tick: 1000 / FRAMES_PER_SECOND });
}

/** @returns {import('./composition.js').Tile[]} */
function tiles({ call, media, screen, name }) {
  const remotes = [...call.remotes];
  const seen = ({ state, connection }) => state.video && connection.remote.getVideoTracks().length > 0;
  return [
    ...sharers(call).map((it) => ({ name: it.name, screen: true, video: it.connection.screen })),
    ...(screen.on ? [{ name, screen: true, video: screen.stream }] : []),
    ...remotes.map((it) => ({ name: it.name, screen: false, video: seen(it) ? it.connection.remote : undefined })),
    { name, screen: false, video: media.sends('video') ? media.stream : undefined },
  ];
}

function sounds({ call, media, screen }) {
  return [media.stream, screen.stream, ...[...call.remotes].flatMap(({ connection }) => [connection.remote, connection.screen])];
}
