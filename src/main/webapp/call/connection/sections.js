/**
 * What the sections of a description are for: the first of audio is the microphone and the first of video the camera,
 * of whichever side; all others belong to a shared screen. Their order is the same in all descriptions of a connection,
 * as that of its transceivers is not.
 */

/**
 * The section of microphones or cameras; undefined before there is a description.
 *
 * @param {RTCPeerConnection} pc
 * @param {'audio'|'video'} kind
 * @returns {string|undefined} its mid
 */
export function faceSection(pc, kind) {
  const { sdp } = pc.remoteDescription ?? pc.localDescription ?? { sdp: '' };
  const first = sdp.split(/^m=/m).find((section) => section.startsWith(kind));
  return first?.match(/^a=mid:(\S+)/m)?.[1];
}

/** The transceiver of that section. */
export function faceTransceiver(pc, kind) {
  const mid = faceSection(pc, kind);
  return pc.getTransceivers().find((transceiver) => mid !== undefined && transceiver.mid === mid);
}

/** Whether a transceiver that has been negotiated carries a shared screen. */
export function carriesScreen(pc, transceiver) {
  return faceTransceiver(pc, transceiver.receiver.track.kind) !== transceiver;
}
