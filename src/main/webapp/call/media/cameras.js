/** The ways that the cameras of a phone look. */
const OPPOSITE = { user: 'environment', environment: 'user' };

/** @typedef {import('./local-media.js').LocalMedia} LocalMedia */

/**
 * @param {LocalMedia} media
 * @returns {'user'|'environment'|undefined} which way the camera looks, if it tells
 */
export function facing({ stream }) {
  return stream.getVideoTracks()[0]?.getSettings().facingMode;
}

/**
 * @param {LocalMedia} media
 * @returns {MediaDeviceInfo|undefined} the camera that looks the other way than the one in use, as on phones
 */
export function opposite(media) {
  const wanted = OPPOSITE[facing(media)];
  const others = media.devices.of('video').filter(({ deviceId }) => deviceId !== media.using('video'));
  const way = (device) => device.getCapabilities?.().facingMode?.[0];
  // One that does not tell may be it.
  return wanted && (others.find((it) => way(it) === wanted) ?? others.find((it) => way(it) === undefined));
}

/**
 * Takes the camera that looks the other way; at the next visit it is again the one that was chosen.
 *
 * @param {LocalMedia} media
 */
export function turnRound(media) {
  const { deviceId } = opposite(media) ?? {};
  if (deviceId) {
    media.choose('video', deviceId, { lasting: false });
  }
}
