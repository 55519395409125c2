import { render } from '../lib/lit-html.js';
import { home } from './home.js';
import { stage } from './stage.js';

const root = document.getElementById('app');
const announcer = document.getElementById('announcer');

let shown;

/** Shows the home screen, or the stage while there is a call. Moves the focus when the screen changes. */
export function show(model, actions) {
  const screen = model.call ? stage : home;
  render(screen(model, actions), root);
  document.title = model.call ? `${model.room} – Parley` : 'Parley';
  if (shown && shown !== screen) {
    root.querySelector('h1').focus();
  }
  shown = screen;
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
    window.prompt('Copy this link:', text);
    return false;
  }
}
