/**
 * The words of `parley.v1`. The whole protocol, with who says what and when, is in src/docs/PROTOCOL.md of the sources.
 *
 * @typedef {{audio: boolean, video: boolean, screen: boolean, hand: boolean}} State
 * @typedef {{id: string, name: string, state: State}} Peer
 * @typedef {{type: 'offer'|'answer', sdp: string}} Description
 * @typedef {{peer: {id: string, name: string}, secret: string, iceServers: RTCIceServer[], heartbeat: number,
 *   resumed: boolean, received: number, limits: {frame: number, name: number, candidates: number, uplink: number}}} Welcome
 * @typedef {{room: string, peers: Peer[], capacity: number}} Joined
 * @typedef {{room: string, peers: {name: string}[], capacity: number}} RoomView
 */

export const SUBPROTOCOL = 'parley.v1';

/** What a peer sends unless it says otherwise; whoever has it so says nothing, which saves a frame to everybody. */
export const INITIAL_STATE = Object.freeze({ audio: true, video: true, screen: false, hand: false });

/** The longest name of a person or a room, in UTF-16 units. */
export const MAX_NAME = 64;

/** The most candidates in one message. */
export const MAX_CANDIDATES = 64;

/** How a client closes a socket: because it leaves, or because it has heard nothing for too long. */
export const LEAVING = 1000;
export const SILENT = 4408;

const PROTOCOL_ERROR = 1002;
const NOT_TEXT = 1003;
const NOT_UTF8 = 1007;
const POLICY = 1008;
const TOO_LARGE = 1009;
const NOT_SIGNED_IN = 4401;
const REPLACED = 4409;
const FLOODS = 4429;

/** Whether a connection closed with this code is worth another try: not if we would only do the same wrong again. */
export function worthARetry(code) {
  return ![PROTOCOL_ERROR, NOT_TEXT, NOT_UTF8, POLICY, TOO_LARGE, NOT_SIGNED_IN, REPLACED, FLOODS].includes(code);
}
