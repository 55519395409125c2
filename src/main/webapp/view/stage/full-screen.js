/** Shows the call on the whole screen, or no longer. */
export async function toggleFullScreen() {
  if (document.fullscreenElement) {
    await document.exitFullscreen();
  } else {
    await document.documentElement.requestFullscreen();
  }
}

/** Whether the browser can. */
export function hasFullScreen() {
  return document.fullscreenEnabled;
}
