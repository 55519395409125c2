import { Call } from './call/call.js';
import { LocalMedia } from './call/local-media.js';
import { linkedRoom, linkTo, showInAddress } from './room-link.js';
import { Channel } from './signaling/channel.js';
import { Lookout } from './signaling/lookout.js';
import { announce, copy, show } from './view/screen.js';

const SIGNAL = 'signal';

/** The person's name from call to call; only for this one where the browser keeps nothing. */
const remembered = {
  name() {
    try {
      return localStorage.getItem('name') ?? '';
    } catch {
      return '';
    }
  },
  keep(name) {
    try {
      localStorage.setItem('name', name);
    } catch {
      // Blocked by the person or by a policy.
    }
  },
};

const media = new LocalMedia();
const lookout = new Lookout(SIGNAL);

const model = {
  media,
  name: remembered.name(),
  room: linkedRoom(),
  present: undefined,
  refusal: undefined,
  copied: false,
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
    remembered.keep(model.name);
    showInAddress(model.room);
    lookout.close();
    model.call = callIn(model.room);
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
      announce('Link copied');
      setTimeout(() => {
        model.copied = false;
        update();
      }, 2000);
      update();
    }
  },
};

function callIn(room) {
  const call = new Call(new Channel(SIGNAL, { name: model.name }), media, room);
  call.addEventListener('change', update);
  call.addEventListener('joined', update);
  call.addEventListener('came', ({ detail }) => announce(`${detail.name} came in`));
  call.addEventListener('went', ({ detail }) => announce(`${detail.name} has left`));
  call.addEventListener('refused', ({ detail }) => {
    model.refusal = detail.reason;
    backHome();
  });
  return call;
}

function backHome() {
  model.call = undefined;
  lookout.watch(model.room);
  update();
}

function update() {
  show(model, actions);
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
