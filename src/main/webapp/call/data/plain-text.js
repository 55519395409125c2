/** What turns the reading direction of all that follows, so that a text or a file's name looks like another. */
const OVERRIDES = /[\u202A-\u202E\u2066-\u2069]/g;

/** What cannot be seen in a name, and divides it all the same: control characters and separators of lines. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

/** A text of somebody else without what would make it read otherwise than it is. */
export function plainText(text) {
  return text.replace(OVERRIDES, '');
}

/** The same of a name, which may have been copied from anywhere: what the server takes. */
export function plainName(name) {
  return plainText(name).replace(CONTROLS, ' ');
}
