/** Which speaker each element was given: asking again for one that was refused would not help. */
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
      given.set(element, sink);
      element.setSinkId(sink).catch((error) => console.warn('the speaker could not be used', error));
    }
  }
}
