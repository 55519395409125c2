import { toggleFullScreen } from './view/stage/full-screen.js';
import { showKeys } from './view/stage/keys.js';
import { shortcuts } from './view/stage/shortcuts.js';

/** What the keys do during a call. `view/stage/keys.js` lists them. */
export function listenToKeys(model, actions) {
  const { media, arrangement } = model;
  const does = {
    m: () => media.turn('audio', !media.on('audio')),
    v: () => media.turn('video', !media.on('video')),
    s: () => model.screen.toggle(),
    h: () => model.call.raise(!model.call.hand),
    c: () => actions.togglePanel('chat'),
    p: () => actions.togglePanel('people'),
    g: () => arrangement.toggleSpeakerView(),
    f: toggleFullScreen,
    '?': showKeys,
  };
  let talking = false;
  shortcuts(
    (key) => model.call && does[key]?.(),
    (held) => {
      // Who was heard before goes on being heard.
      const changes = held ? model.call && !media.on('audio') : talking;
      talking = held && changes;
      if (changes) {
        media.turn('audio', held);
      }
    },
  );
}
