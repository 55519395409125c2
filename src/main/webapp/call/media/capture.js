/**
 * Why there is no camera or microphone: the page was not loaded securely; the browser has none to give to pages; the
 * person said no, or closed the question; the system, or a policy of the page or its administrator, says no; there is
 * none; another program holds it.
 *
 * @typedef {'insecure'|'unsupported'|'denied'|'dismissed'|'system'|'policy'|'missing'|'busy'} Problem
 */

/** What is asked of camera and microphone. */
const CONSTRAINTS = {
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } },
};

/** These stay, whichever device is asked for. */
const FOR_ALL_DEVICES = ['insecure', 'unsupported', 'denied', 'dismissed', 'system', 'policy'];

/** @returns {Problem} */
function problemOf({ name, message }) {
  switch (name) {
    case 'NotAllowedError':
      // Only Chromium's message tells these from a person's no.
      return /system/i.test(message) ? 'system' : /dismissed/i.test(message) ? 'dismissed' : 'denied';
    case 'SecurityError':
      return 'policy';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    default:
      return 'busy';
  }
}

/** Whether another device of the kind might be had although this one was not. */
export function concernsOneDevice(problem) {
  return !FOR_ALL_DEVICES.includes(problem);
}

/**
 * Opens devices, all or none.
 *
 * @param {Partial<Record<'audio'|'video', MediaTrackConstraints|undefined>>} wishes of each kind that is to be opened,
 *   which one
 * @param {(kind: 'audio'|'video') => boolean} permitted whether the page's policy lets it use that kind
 * @returns {Promise<{tracks: MediaStreamTrack[], problem: Problem|null}>}
 */
export async function capture(wishes, permitted = () => true) {
  const fail = (problem) => ({ tracks: [], problem });
  if (!navigator.mediaDevices?.getUserMedia) {
    return fail(isSecureContext ? 'unsupported' : 'insecure');
  }
  const kinds = Object.keys(wishes);
  if (!kinds.every(permitted)) {
    return fail('policy');
  }
  try {
    const constraints = Object.fromEntries(kinds.map((kind) => [kind, { ...CONSTRAINTS[kind], ...wishes[kind] }]));
    const stream = await navigator.mediaDevices.getUserMedia(constraints);
    return { tracks: stream.getTracks(), problem: null };
  } catch (error) {
    return fail(problemOf(error));
  }
}
