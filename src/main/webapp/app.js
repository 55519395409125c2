import { Call } from './call/call.js';
import { LocalMedia } from './call/local-media.js';
import { speak, t } from './i18n/i18n.js';
import { prefer, preference } from './preferences.js';
import { linkedRoom, linkTo, showInAddress } from './room-link.js';
import { Channel } from './signaling/channel.js';
import { Lookout } from './signaling/lookout.js';
import { announce, copy, show } from './view/screen.js';

const SIGNAL = 'signal';

const media = new LocalMedia();
const lookout = new Lookout(SIGNAL);

const model = {
  media,
  name: preference('name', ''),
  room: linkedRoom(),
  present: undefined,
  refusal: undefined,
  copied: false,
  panel: undefined,
  /** @type {Call|undefined} */
  call: undefined,
};

const actions = {
  setName(name) {
    model.name = name;
  },

  setRoom(room) {
    model.room = room;
    model.present = undefined;
    lookout.watch(room.trim());
    update();
  },

  retryMedia: () => media.open(),

  join() {
    model.name = model.name.trim();
    model.room = model.room.trim();
    model.refusal = undefined;
    model.present = undefined;
    prefer('name', model.name);
    showInAddress(model.room);
    lookout.close();
    Object.assign(model, enter(model.room));
    model.call.join();
    update();
  },

  leave() {
    model.call.leave();
    backHome();
  },

  async copyLink() {
    if (await copy(linkTo(model.room))) {
      model.copied = true;
      announce(t('stage.copied'));
      setTimeout(() => {
        model.copied = false;
        update();
      }, 2000);
      update();
    }
  },

  /** Opens a panel beside the tiles in place of any other; undefined closes it. */
  openPanel(name) {
    model.panel = name;
    update();
  },

  speak(language) {
    speak(language);
    update();
  },
};

/** What there is during a call, each under its name in the model. */
function enter(room) {
  const call = new Call(new Channel(SIGNAL, { name: model.name }), media, room);
  call.addEventListener('change', update);
  call.addEventListener('joined', update);
  call.addEventListener('came', ({ detail: { name } }) => announce(t('stage.came', { name })));
  call.addEventListener('went', ({ detail: { name } }) => announce(t('stage.went', { name })));
  call.addEventListener('refused', ({ detail }) => {
    model.refusal = detail;
    backHome();
  });
  return { call };
}

function backHome() {
  model.call = undefined;
  model.panel = undefined;
  lookout.watch(model.room);
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
lookout.addEventListener('room', ({ detail }) => {
  model.present = detail;
  update();
});
// A link pasted into a page that is already open.
addEventListener('hashchange', () => {
  if (linkedRoom() !== model.room) {
    model.call?.leave();
    model.call = undefined;
    actions.setRoom(linkedRoom());
  }
});

// The others are told by the closed connections, too, should there be no server at the moment.
addEventListener('pagehide', () => model.call && actions.leave());

update();
lookout.watch(model.room);
await media.open();
