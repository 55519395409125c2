const MICROPHONE = /^m=audio [^]*?(?=^m=|(?![^]))/m;

/**
 * A description that asks the remote peer not to send silence (discontinuous transmission; RFC 7587, section 6.1,
 * `usedtx`): in a full room nearly all are silent nearly always. Asks for nothing of a shared screen's sound, which may be
 * quiet music.
 *
 * @param {string} sdp of our own
 */
export function sparingSilence(sdp) {
  return sdp.replace(MICROPHONE, (section) => {
    const opus = section.match(/^a=rtpmap:(\d+) opus\//im)?.[1];
    return section.replace(new RegExp(`^a=fmtp:${opus} (?!.*usedtx)`, 'm'), '$&usedtx=1;');
  });
}
