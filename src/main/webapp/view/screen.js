import { language, t } from '../i18n/i18n.js';
import { render } from '../lib/lit-html.js';
import { home } from './home.js';
import { playThrough } from './speaker.js';
import { stage } from './stage.js';

const root = document.getElementById('app');
const announcer = document.getElementById('announcer');

let shown;
let openPanel;

/** Shows the home screen, or the stage while there is a call. Moves the focus with what has been opened or closed. */
export function show(model, actions) {
  const screen = model.call ? stage : home;
  document.documentElement.lang = language();
  document.title = model.call ? `${model.room} – Parley` : 'Parley';
  render(screen(model, actions), root);
  playThrough(root, model.media.devices.sink);
  if (shown && shown !== screen) {
    root.querySelector('h1').focus();
  } else if (model.panel && openPanel !== model.panel) {
    (root.querySelector('.panel [autofocus]') ?? root.querySelector('.panel h2')).focus();
  } else if (openPanel && !model.panel && document.activeElement === document.body) {
    root.querySelector('.controls button').focus();
  }
  shown = screen;
  openPanel = model.panel;
}

/** Says something to those who cannot see it. */
export function announce(text) {
  announcer.textContent = text;
}

/** Copies text; where the browser has no clipboard for the page (plain http), shows it for copying by hand. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    window.prompt(t('stage.copy.by-hand'), text);
    return false;
  }
}
