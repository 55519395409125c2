import { preference } from '../../preferences.js';

/** Where keys are for writing or choosing. */
const WRITING = 'input, textarea, select, [contenteditable]';

/** Where the space bar already does something for who got there by keyboard. */
const PRESSABLE = ':is(button, a, summary, input, [role="slider"]):focus-visible';

/**
 * The keys of a call. They are single letters, so they can be turned off (WCAG 2.1.4), do nothing while one writes, and
 * never with a modifier.
 *
 * @param {(key: string) => void} pressed with the key, in small letters
 * @param {(talking: boolean) => void} talk the space bar is held, or no longer
 */
export function shortcuts(pressed, talk) {
  let talking = false;
  const stop = () => {
    if (talking) {
      talking = false;
      talk(false);
    }
  };
  addEventListener('keydown', (event) => {
    const { key, target, repeat } = event;
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || !enabled()) {
      return;
    }
    if (target.closest?.(WRITING) || document.querySelector('dialog[open]')) {
      return;
    }
    if (key === ' ' && !target.closest?.(PRESSABLE)) {
      // Who clicked a button means to talk, not to press it again; nor is the page to scroll.
      event.preventDefault();
      if (!repeat && !talking) {
        talking = true;
        talk(true);
      }
    } else if (!repeat) {
      pressed(key.toLowerCase());
    }
  });
  addEventListener('keyup', (event) => {
    if (event.key === ' ' && talking) {
      event.preventDefault();
      stop();
    }
  });
  addEventListener('blur', stop);
}

/** Whether the person wants them. */
export function enabled() {
  return preference('shortcuts', true) !== false;
}

/** A key that does something in a call, for the button that does the same; undefined if the person wants no keys. */
export const shortcut = (key) => (enabled() ? key : undefined);
