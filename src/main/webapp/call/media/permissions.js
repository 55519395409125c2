const NAMES = { audio: 'microphone', video: 'camera' };

/**
 * Tells when the person lets the page use microphone or camera after all, in the browser's own settings.
 *
 * @param {(kind: 'audio'|'video') => void} granted
 */
export async function whenGranted(granted) {
  for (const [kind, name] of Object.entries(NAMES)) {
    try {
      const status = await navigator.permissions.query({ name });
      status.addEventListener('change', () => status.state === 'granted' && granted(kind));
    } catch {
      // Some browsers have no such question, or none about these two: there is a button to try again.
    }
  }
}
