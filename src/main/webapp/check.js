import { Bench } from './call/check/bench.js';
import { CallCheck } from './call/check/check.js';
import { Devices } from './call/media/devices.js';
import { speak, t } from './i18n/i18n.js';
import { preference } from './preferences.js';
import { countPictures } from './view/check/pictures.js';
import { showCheck } from './view/check/screen.js';
import { progress } from './view/check/words.js';
import { announce } from './view/parts/announce.js';
import { copy } from './view/parts/copy.js';
import { permitted } from './view/parts/page-policy.js';
import { playTestSound } from './view/parts/test-sound.js';

const SIGNAL = new URL('signal', location.href.replace(/^http/, 'ws')).href;

/** How long it says that the report has been copied, in milliseconds. */
const COPIED = 3000;

const devices = new Devices({ recall: preference });
const model = { check: newCheck(), running: false, copied: false };

const actions = {
  async run() {
    model.check = newCheck();
    model.running = true;
    update();
    await model.check.run();
    model.running = false;
    update();
  },

  answer: (heard) => model.check.answer(heard),

  async copyReport() {
    if (await copy(model.check.report)) {
      model.copied = true;
      announce(t('check.copied'));
      update();
      setTimeout(() => {
        model.copied = false;
        update();
      }, COPIED);
    }
  },

  speak(language) {
    speak(language);
    update();
  },
};

function newCheck() {
  const check = new CallCheck(
    new Bench({ signal: SIGNAL, devices, permitted, watch: countPictures, play: playTestSound }),
  );
  check.addEventListener('change', () => {
    tell(progress(check));
    update();
  });
  return check;
}

let told;

function tell(text) {
  if (text !== told) {
    told = text;
    announce(text);
  }
}

function update() {
  showCheck(model, actions);
}

update();
addEventListener('pagehide', () => model.check.bench.close());
