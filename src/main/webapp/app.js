import { actionsOn } from './actions.js';
import { plainName } from './call/data/plain-text.js';
import { sweepFolders } from './call/files/folder.js';
import { Devices } from './call/media/devices.js';
import { LocalMedia } from './call/media/local-media.js';
import { MicrophoneLevel } from './call/media/microphone-level.js';
import { whenGranted } from './call/media/permissions.js';
import { t } from './i18n/i18n.js';
import { features } from './in-call.js';
import { listenToKeys } from './keyboard.js';
import { prefer, preference } from './preferences.js';
import { linkedRoom } from './room-link.js';
import { Channel } from './signaling/channel.js';
import { Lookout } from './signaling/lookout.js';
import { onFiles } from './view/chat/drop.js';
import { saveTheRest } from './view/chat/files.js';
import { announce } from './view/parts/announce.js';
import { deviceName } from './view/parts/device-pickers.js';
import { permitted } from './view/parts/page-policy.js';
import { playback } from './view/parts/playback.js';
import { speaker } from './view/parts/speaker.js';
import { show } from './view/screen.js';
import { Arrangement } from './view/stage/arrangement.js';

const SIGNAL = 'signal';

/** How long news are shown, in milliseconds. */
const NEWS = 6000;

const media = new LocalMedia(new Devices({ recall: preference, keep: prefer }), {
  // Anything but a plain no counts as yes.
  wanted: { audio: preference('audio') !== false, video: preference('video') !== false },
  permitted,
});
const lookout = new Lookout(SIGNAL);
const arrangement = new Arrangement();

const model = {
  media,
  arrangement,
  microphoneLevel: new MicrophoneLevel(media),
  testSound: undefined,
  news: undefined,
  name: plainName(String(preference('name', ''))),
  room: linkedRoom(),
  present: undefined,
  /** Whether the server does not answer when asked who is in the room. */
  unreachable: false,
  refusal: undefined,
  copied: false,
  panel: undefined,
  /** Whether to save bandwidth. */
  low: preference('low-bandwidth', false) === true,
  /** @type {import('./call/call.js').Call|undefined} */
  call: undefined,
  /** Whether files are being dragged over the page. */
  dropping: false,
};

const actions = actionsOn(model, lookout, { enter, backHome, update });

/** What there is while a call lasts. */
let during = {};

/** Joins the room, over the connection over which we have looked into it, if that will do. */
function enter() {
  const channel = lookout.release(model.name) ?? new Channel(SIGNAL, { name: model.name });
  during = features(model, channel, update);
  Object.assign(model, during);
  const { recording } = during;
  // In the call it is shown there.
  recording.addEventListener('unsaved', () => model.recording !== recording && tellNews(t('recording.unsaved')));
  model.call.addEventListener('refused', ({ detail }) => {
    model.refusal = detail;
    backHome();
  });
  model.call.join();
}

/** Lets go of all that, and shows the home screen. */
function backHome() {
  if (model.files) {
    saveTheRest(model.files);
  }
  for (const [name, feature] of Object.entries(during)) {
    feature.end?.();
    model[name] = undefined;
  }
  during = {};
  Object.assign(model, { panel: undefined, dropping: false });
  arrangement.pinned = undefined;
  lookout.watch(model.room);
  update();
}

let newsEnds;

/** Says what has happened; it is over after a while. */
function tellNews(text) {
  model.news = text;
  announce(text);
  clearTimeout(newsEnds);
  newsEnds = setTimeout(() => {
    model.news = undefined;
    update();
  }, NEWS);
  update();
}

let due = false;

/** Shows the model, once for all that changes in one turn. */
function update() {
  if (!due) {
    due = true;
    queueMicrotask(() => {
      due = false;
      show(model, actions);
    });
  }
}

media.addEventListener('change', update);
arrangement.addEventListener('change', update);
playback.addEventListener('change', update);
document.addEventListener('fullscreenchange', update);
document.addEventListener('visibilitychange', actions.watchChat);
media.addEventListener('turned', ({ detail: { kind, on } }) => {
  // What happens in a call does not decide how one comes into the next.
  if (!model.call) {
    prefer(kind, on);
  }
});
const NOW_USED = { audio: 'hint.microphone', video: 'hint.camera' };
media.addEventListener('replaced', ({ detail: { kind, label } }) =>
  tellNews(t(NOW_USED[kind], { device: deviceName(label) })),
);
speaker.addEventListener('change', () => (speaker.refused === undefined ? update() : tellNews(t('devices.test.failed'))));
lookout.addEventListener('room', ({ detail }) => {
  model.present = detail;
  update();
});
lookout.addEventListener('reach', () => {
  model.unreachable = lookout.unreachable;
  update();
});
// A link pasted into a page that is already open.
addEventListener('hashchange', () => {
  if (linkedRoom() !== model.room) {
    if (model.call) {
      actions.leave();
    }
    actions.setRoom(linkedRoom());
  }
});

// The others are told by the closed connections, too, should there be no server at the moment.
addEventListener('pagehide', () => model.call && actions.leave());

// What is being recorded, or has arrived, cannot be saved on the way out.
addEventListener('beforeunload', (event) => (model.recording?.on || model.files?.incoming.unsaved.length > 0) && event.preventDefault());

listenToKeys(model, actions);
onFiles({
  wanted: () => model.call?.joined,
  drag(dragging) {
    model.dropping = dragging;
    update();
  },
  take: actions.offerFiles,
});

sweepFolders();
update();
lookout.name = model.name.trim();
lookout.watch(model.room);
// One after the other: what is allowed while the browser is being asked has to be asked for once more.
let opened = media.open();
whenGranted(() => (opened = opened.then(() => media.open())));
await opened;
