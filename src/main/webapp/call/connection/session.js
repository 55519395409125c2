/**
 * The id of the session that a description belongs to, which stays the same as long as the RTCPeerConnection that made
 * it (RFC 8829, section 5.2.1); undefined if there is none.
 *
 * @param {{sdp: string}|null} description
 */
export function sessionOf(description) {
  return description?.sdp.match(/^o=\S+ (\S+)/m)?.[1];
}
