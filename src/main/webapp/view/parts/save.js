/** How long a blob that is to be saved is kept for the browser, in milliseconds. */
const KEPT = 600_000;

/** Has the browser save what is at an address as a file. */
export function save(href, download) {
  Object.assign(document.createElement('a'), { href, download }).click();
}

/** Has the browser save a blob as a file. */
export function saveBlob(blob, name) {
  const url = URL.createObjectURL(blob);
  save(url, name);
  // Not at once: a browser may ask first where to put it.
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}
