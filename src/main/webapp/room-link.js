import { plainName } from './call/data/plain-text.js';

/** The room is in the fragment of the address, so that a pasted link leads into it and no access log learns of it. */

const PREFIX = '#/room/';

/** The room that this page's address names, or ''. */
export function linkedRoom() {
  if (!location.hash.startsWith(PREFIX)) {
    return '';
  }
  const [path] = location.hash.slice(PREFIX.length).split('?');
  try {
    return plainName(decodeURIComponent(path)).trim();
  } catch {
    return '';
  }
}

/** The end of an address that leads into a room; '' without one. */
export function fragmentOf(room) {
  return room && PREFIX + encodeURIComponent(room);
}

/** The address that leads into a room. */
export function linkTo(room) {
  return new URL(fragmentOf(room), location.href).href;
}

/** Makes the page's own address that of a room. */
export function showInAddress(room) {
  history.replaceState(null, '', linkTo(room));
}
