import { plainName } from './call/data/plain-text.js';
import { speak, t } from './i18n/i18n.js';
import { prefer } from './preferences.js';
import { linkTo, showInAddress } from './room-link.js';
import { announce } from './view/parts/announce.js';
import { copy } from './view/parts/copy.js';
import { playTestSound } from './view/parts/test-sound.js';

/** How long it is said that the link has been copied, in milliseconds. */
const COPIED = 2000;

/**
 * What the person does that concerns more than one part of the page. All else is done on the parts themselves.
 *
 * @param {object} model
 * @param {import('./signaling/lookout.js').Lookout} lookout
 * @param {object} page
 * @param {() => void} page.enter into the room of the model
 * @param {() => void} page.backHome
 * @param {() => void} page.update shows the model
 */
export function actionsOn(model, lookout, { enter, backHome, update }) {
  const actions = {
    setName(name) {
      model.name = plainName(name);
      lookout.name = model.name.trim();
      update();
    },

    setRoom(room) {
      model.room = plainName(room);
      model.present = undefined;
      lookout.watch(model.room.trim());
      update();
    },

    retryMedia: () => model.media.open(),

    async playTestSound() {
      if (model.testSound !== 'playing') {
        model.testSound = 'playing';
        update();
        model.testSound = await playTestSound(model.media.devices.sink).then(
          () => undefined,
          () => 'failed',
        );
        update();
      }
    },

    join() {
      model.name = model.name.trim();
      model.room = model.room.trim();
      model.refusal = undefined;
      model.present = undefined;
      prefer('name', model.name);
      showInAddress(model.room);
      enter();
      update();
    },

    leave() {
      model.call.leave();
      backHome();
    },

    saveBandwidth(low) {
      model.low = low;
      prefer('low-bandwidth', low);
      if (model.adaptation) {
        model.adaptation.low = low;
      }
      update();
    },

    useShortcuts(use) {
      prefer('shortcuts', use);
      update();
    },

    async copyLink() {
      if (await copy(linkTo(model.room))) {
        model.copied = true;
        announce(t('stage.copied'));
        setTimeout(() => {
          model.copied = false;
          update();
        }, COPIED);
        update();
      }
    },

    /** Opens a panel beside the tiles in place of any other; undefined closes it. */
    openPanel(name) {
      model.panel = name;
      actions.watchChat();
      update();
    },

    /** What comes is seen only where it can be. */
    watchChat() {
      const watched = model.panel === 'chat' && document.visibilityState === 'visible';
      model.chat?.watch(watched);
      model.files?.watch(watched);
    },

    togglePanel(name) {
      actions.openPanel(model.panel === name ? undefined : name);
    },

    /** Offers files to everybody, where one sees what becomes of them. */
    offerFiles(files, folders) {
      actions.openPanel('chat');
      model.files.offer(files, folders);
    },

    speak(language) {
      speak(language);
      update();
    },
  };
  return actions;
}
