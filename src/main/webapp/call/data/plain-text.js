/** What turns the reading direction of all that follows, so that a text or a file's name looks like another. */
const OVERRIDES = /[\u202A-\u202E\u2066-\u2069]/g;

/** A text of somebody else without what would make it read otherwise than it is. */
export function plainText(text) {
  return text.replace(OVERRIDES, '');
}
