/** How long to wait before trying once more, in milliseconds. */
const AGAIN = 500;

/** Which speaker each element was given last. */
const given = new WeakMap();

/** Whether the page may choose where sound is heard. */
export const canChooseSpeaker = 'setSinkId' in HTMLMediaElement.prototype;

/**
 * Lets everything that is heard be heard from one speaker.
 *
 * @param {ParentNode} root
 * @param {string} sink its id, or '' for the system's
 */
export function playThrough(root, sink) {
  if (!canChooseSpeaker) {
    return;
  }
  for (const element of root.querySelectorAll('video, audio')) {
    if (!element.muted && (given.get(element) ?? '') !== sink) {
      give(element, sink);
    }
  }
}

async function give(element, sink) {
  given.set(element, sink);
  try {
    await element.setSinkId(sink);
  } catch (error) {
    if (error.name === 'AbortError') {
      // Chromium says so of an element whose sound is just about to begin; a little later it does it.
      setTimeout(() => element.isConnected && given.get(element) === sink && give(element, sink), AGAIN);
    } else {
      console.warn('the speaker could not be used', error);
    }
  }
}
