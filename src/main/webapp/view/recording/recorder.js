import { COPYING, Store } from '../../call/files/store.js';
import { Composition } from './composition.js';
import { fileName } from './file-name.js';
import { Mix } from './mix.js';
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
  const clock = new Worker(new URL('./clock.js', import.meta.url));
  const close = () => {
    composition.close();
    mix.close();
    clock.terminate();
  };
  const take = () => {
    composition.draw(tiles(people));
    mix.use(sounds(people));
  };
  try {
    take();
    const store = await Store.open();
    const recorder = recorderOf(composition.track(FRAMES_PER_SECOND), mix.track);
    const { broken, written } = write(recorder, store);
    // From the start: a recorder that fails stops by itself.
    const stopped = new Promise((resolve) => {
      recorder.onstop = resolve;
    });
    recorder.start(SLICE);
    const start = performance.now();
    tick(clock, () => recorder.state === 'recording' && take());
    const stop = async () => {
      const length = performance.now() - start;
      if (recorder.state !== 'inactive') recorder.stop();
      await stopped;
      await written();
      try {
        const { file } = await store.finish();
        const film = await withLength(new Blob([file], { type: type() }), length);
        saveBlob(film, fileName(room, begun, type().includes('mp4') ? 'mp4' : 'webm'));
        setTimeout(() => store.discard(), COPYING);
      } catch (error) {
        store.discard();
        throw error;
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

/** Stores what a recorder gives, in its order, up to what cannot be stored any more. */
function write(recorder, store) {
  let written = Promise.resolve();
  let whole = true;
  const broken = new Promise((resolve) => {
    const fail = (problem) => {
      whole = false;
      resolve(problem);
    };
    recorder.onerror = ({ error }) => resolve(error);
    store.onproblem = fail;
    recorder.ondataavailable = ({ data }) => {
      const append = (bytes) => whole && store.append(bytes);
      written = written.then(() => data.arrayBuffer()).then(append, fail);
    };
  });
  return { broken, written: () => written };
}

/** Does something at every tick of the clock, which ticks in hidden pages, too, and learns how long it took. */
function tick(clock, take) {
  clock.onmessage = () => {
    const before = performance.now();
    try {
      take();
    } finally {
      clock.postMessage({ ticked: performance.now() - before });
    }
  };
  clock.postMessage({ tick: 1000 / FRAMES_PER_SECOND });
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
