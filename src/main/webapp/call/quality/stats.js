/**
 * What the statistics of one connection say.
 *
 * @typedef {object} Flow one kind of media in one direction
 * @property {number} bitrate in bits per second
 * @property {number} [width] in pixels, as are heights
 * @property {number} [height]
 * @property {number} [fps]
 * @property {string} [codec]
 *
 * @typedef {object} Figures undefined is what the browser does not tell, or not yet
 * @property {number} at when, as performance.now() tells it
 * @property {number} seconds how long they are taken over
 * @property {number} [rtt] there and back, in milliseconds
 * @property {number} [lossUp] the part of the packets that is lost, from 0 to 1
 * @property {number} [lossDown]
 * @property {number} [jitter] in milliseconds
 * @property {number} bitrateUp in bits per second, all media together
 * @property {number} bitrateDown
 * @property {number} [available] what the browser thinks can be sent, in bits per second
 * @property {'none'|'cpu'|'bandwidth'|'other'} [limitation] why the camera's picture is sent smaller than it might be
 * @property {number} [encoding] the part of the time in which pictures were encoded
 * @property {{type: string, remoteType: string, protocol: string, relayed: boolean}} [path]
 * @property {{audio?: Flow, video?: Flow, screen?: Flow}} up of microphone, camera and shared screen
 * @property {{audio?: Flow, video?: Flow, screen?: Flow}} down
 * @property {number} [framesIn] pictures decoded in that time
 * @property {number} [pictured] from the first picture to the latest, in milliseconds
 * @property {number} [packetsIn] packets of sound received in that time
 * @property {number} [energyIn] of the sound received in that time
 * @property {number} [energyOut] of the microphone
 */

/**
 * The figures between two reports.
 *
 * @param {RTCStatsReport} now
 * @param {RTCStatsReport|undefined} before of the same connection; without one there are only what needs no time
 * @param {{audio?: string, video?: string}} faces the mids of the sections of microphones and cameras
 * @returns {Figures}
 */
export function figures(now, before, faces) {
  const all = [...now.values()];
  const of = (type, kind) => all.filter((it) => it.type === type && (!kind || it.kind === kind));
  // Where the browser does not tell the sections, the first is taken for it.
  const isFace = ({ mid, kind }, i) => (mid === undefined ? i === 0 : mid === faces[kind]);
  const face = (type, kind) => of(type, kind).find(isFace);
  const screen = (type) => of(type, 'video').find((it, i) => !isFace(it, i));
  const transport = of('transport')[0];
  const seconds = before && transport ? (transport.timestamp - (before.get(transport.id)?.timestamp ?? NaN)) / 1000 : NaN;
  const grown = (it, name) => (it ? (it[name] ?? 0) - (before?.get(it.id)?.[name] ?? 0) : 0);
  const rate = (it, name) => (seconds > 0 ? Math.max(0, (grown(it, name) * 8) / seconds) : 0);
  const pair = now.get(transport?.selectedCandidatePairId) ?? of('candidate-pair').find((it) => it.nominated && it.state === 'succeeded');
  const [microphone, camera, shared] = [face('outbound-rtp', 'audio'), face('outbound-rtp', 'video'), screen('outbound-rtp')];
  const [voice, picture, seen] = [face('inbound-rtp', 'audio'), face('inbound-rtp', 'video'), screen('inbound-rtp')];
  const sent = (rtp) => flow(now, rtp, rate(rtp, 'bytesSent'));
  const received = (rtp) => flow(now, rtp, rate(rtp, 'bytesReceived'));
  const source = now.get(microphone?.mediaSourceId);
  return {
    // Not the timestamp of the statistics: when a computer sleeps, browsers' clocks part ways.
    at: performance.now(),
    seconds,
    rtt: milliseconds(pair?.currentRoundTripTime),
    lossUp: lost(of('remote-inbound-rtp')),
    lossDown: seconds > 0 ? lostOf(of('inbound-rtp'), grown) : undefined,
    jitter: milliseconds(voice?.jitter ?? picture?.jitter),
    bitrateUp: rate(transport, 'bytesSent'),
    bitrateDown: rate(transport, 'bytesReceived'),
    available: pair?.availableOutgoingBitrate,
    limitation: camera?.qualityLimitationReason,
    encoding: seconds > 0 ? grown(camera, 'totalEncodeTime') / seconds : undefined,
    path: path(now, pair),
    up: { audio: sent(microphone), video: sent(camera), screen: sent(shared) },
    down: { audio: received(voice), video: received(picture), screen: received(seen) },
    framesIn: grown(picture, 'framesDecoded'),
    pictured: milliseconds(picture?.totalInterFrameDelay),
    packetsIn: grown(voice, 'packetsReceived'),
    energyIn: grown(voice, 'totalAudioEnergy'),
    energyOut: grown(source, 'totalAudioEnergy'),
  };
}

function milliseconds(seconds) {
  return seconds === undefined ? undefined : seconds * 1000;
}

/** What the other side says it has lost of late; the worst of what is sent. */
function lost(reports) {
  const parts = reports.map((it) => it.fractionLost).filter((it) => it >= 0);
  return parts.length > 0 ? Math.max(...parts) : undefined;
}

function lostOf(reports, grown) {
  const sum = (name) => reports.reduce((total, it) => total + grown(it, name), 0);
  const missing = Math.max(0, sum('packetsLost'));
  const all = missing + sum('packetsReceived');
  return all > 0 ? missing / all : undefined;
}

function flow(report, rtp, bitrate) {
  if (!rtp) {
    return undefined;
  }
  const codec = report.get(rtp.codecId)?.mimeType.split('/')[1];
  return { bitrate, codec, width: rtp.frameWidth, height: rtp.frameHeight, fps: rtp.framesPerSecond };
}

function path(report, pair) {
  const local = report.get(pair?.localCandidateId);
  const remote = report.get(pair?.remoteCandidateId);
  if (!local || !remote) {
    return undefined;
  }
  const relayed = [local, remote].some(({ candidateType }) => candidateType === 'relay');
  return { type: local.candidateType, remoteType: remote.candidateType, protocol: local.relayProtocol ?? local.protocol, relayed };
}
