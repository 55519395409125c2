/** How many pictures make sure of how many come in a second. */
const ENOUGH = 20;

/**
 * Counts the pictures of a stream as they come.
 *
 * @param {MediaStream} stream
 * @returns {Promise<{width: number, height: number, framesPerSecond: number}>} never settles if none come
 */
export async function countPictures(stream) {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  video.play().catch(() => undefined);
  let begun;
  for (let pictures = 0; pictures < ENOUGH; pictures++) {
    const time = await next(video);
    begun ??= time;
  }
  const seconds = (performance.now() - begun) / 1000;
  const { videoWidth: width, videoHeight: height } = video;
  video.srcObject = null;
  return { width, height, framesPerSecond: Math.round((ENOUGH - 1) / seconds) };
}

/** When the next picture is shown. */
function next(video) {
  return new Promise((shown) => video.requestVideoFrameCallback(() => shown(performance.now())));
}
