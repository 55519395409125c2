/** What a help desk asks first. */
export function environment() {
  const { userAgent, userAgentData, languages, onLine, connection, hardwareConcurrency } = navigator;
  return {
    Page: `${location.origin}${location.pathname}`,
    'Loaded securely': isSecureContext ? 'yes' : 'no',
    Browser: userAgentData ? userAgentData.brands.map(({ brand, version }) => `${brand} ${version}`).join(', ') : userAgent,
    'User agent': userAgent,
    System: userAgentData?.platform || navigator.platform || 'unknown',
    Processors: hardwareConcurrency,
    Languages: languages.join(', '),
    Screen: `${screen.width}×${screen.height}, window ${innerWidth}×${innerHeight}`,
    Network: [onLine ? 'online' : 'offline', connection?.type, connection?.effectiveType].filter(Boolean).join(', '),
  };
}
