/**
 * Calls back when the network may be another than before, or the page did not attend to it for a while: whoever could
 * be reached may not be any more, and the other way round.
 *
 * @param {() => void} react
 * @returns {() => void} ends it
 */
export function onNetworkChange(react) {
  const ended = new AbortController();
  const { signal } = ended;
  addEventListener('online', () => react(), { signal });
  addEventListener('visibilitychange', ({ target }) => target.visibilityState === 'visible' && react(), { signal });
  // Not in every browser.
  navigator.connection?.addEventListener('change', () => react(), { signal });
  return () => ended.abort();
}
