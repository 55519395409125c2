/** What a call cannot do without. */
const NEEDED = ['WebSocket', 'MediaStream', 'RTCPeerConnection', 'RTCRtpTransceiver'];

/** What this browser lacks of it: it is old, or an administrator or an extension has turned it off. */
export function lacking() {
  return NEEDED.filter((name) => !(name in globalThis));
}
