/**
 * What the sections of a description are for: the first of audio is the microphone and the first of video the camera,
 * of whichever side; all others belong to a shared screen. Their order is the same in all descriptions of a connection,
 * as that of its transceivers is not.
 */

/**
 * The transceiver of microphone or camera; undefined before there is a description.
 *
 * @param {RTCPeerConnection} pc
 * @param {'audio'|'video'} kind
 */
export function faceTransceiver(pc, kind) {
  const { sdp } = pc.remoteDescription ?? pc.localDescription ?? { sdp: '' };
  const first = sdp.split(/^m=/m).find((section) => section.startsWith(kind));
  const mid = first?.match(/^a=mid:(\S+)/m)?.[1];
  return pc.getTransceivers().find((transceiver) => mid !== undefined && transceiver.mid === mid);
}

/** Whether a transceiver that has been negotiated carries a shared screen. */
export function carriesScreen(pc, transceiver) {
  return faceTransceiver(pc, transceiver.receiver.track.kind) !== transceiver;
}
