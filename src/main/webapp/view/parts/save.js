/** How long a blob that is to be saved is kept for the browser, in milliseconds. */
const KEPT = 600_000;

/** Has the browser save what is at an address as a file. */
export function save(href, download) {
  Object.assign(document.createElement('a'), { href, download }).click();
}

/**
 * Has the browser save a blob as a file.
 *
 * @returns {Promise<void>} resolved when it has had the time for that
 */
export async function saveBlob(blob, name) {
  const url = URL.createObjectURL(blob);
  save(url, name);
  // Not at once: a browser may ask first where to put it.
  await new Promise((resolve) => setTimeout(resolve, KEPT));
  URL.revokeObjectURL(url);
}
