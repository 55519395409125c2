/** Shows the call on the whole screen, or no longer. */
export async function toggleFullScreen() {
  try {
    await (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
  } catch (error) {
    console.debug('the browser did not change to or from the whole screen', error);
  }
}

/** Whether the browser can. */
export function hasFullScreen() {
  return document.fullscreenEnabled;
}
