import { language } from '../i18n/i18n.js';
import { render } from '../lib/lit-html.js';
import { home } from './home/home.js';
import { speaker } from './parts/speaker.js';
import { stage } from './stage/stage.js';

const root = document.getElementById('app');

let shown;
let openPanel;

/** Where the focus was when the panel was opened. */
let opener;

/**
 * Shows the home screen, or the stage while there is a call. Moves the focus with what has been opened or closed, and
 * from what is no longer there: from nowhere, keys would do nothing.
 */
export function show(model, actions) {
  const screen = model.call ? stage : home;
  document.documentElement.lang = language();
  document.title = title(model);
  const before = document.activeElement;
  const around = lineage(before);
  render(screen(model, actions), root);
  speaker.playThrough(root, model.media.devices.sink);
  if (shown && shown !== screen) {
    root.querySelector('h1').focus();
  } else if (model.panel && openPanel !== model.panel) {
    opener = openPanel ? opener : before;
    (root.querySelector('.panel [autofocus]') ?? root.querySelector('.panel h2')).focus();
  } else if (openPanel && !model.panel && document.activeElement === document.body) {
    (opener?.matches('.stage button') && opener.checkVisibility() ? opener : root.querySelector('h1')).focus();
  } else if (before && !before.isConnected) {
    nearest(around.find((it) => it.isConnected)).focus();
  }
  shown = screen;
  openPanel = model.panel;
}

/** What the tab is called: one that is in the background tells that there is something to read. */
function title({ call, room, chat, files }) {
  if (!call) {
    return 'Parley';
  }
  const unread = chat.unread + files.unread;
  return `${unread > 0 ? `(${unread}) ` : ''}${room} – Parley`;
}

/** An element and all that it is in, from the inside out. */
function lineage(element) {
  return element ? [element, ...lineage(element.parentElement)] : [];
}

/** What can have the focus in place of something that was in here. */
function nearest(element) {
  return element.closest('[tabindex]') ?? element.closest('.panel')?.querySelector('h2') ?? root.querySelector('h1');
}
