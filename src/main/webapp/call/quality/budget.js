/**
 * @typedef {object} Picture what a video may cost
 * @property {number} maxBitrate in bits per second
 * @property {number} height of a landscape picture, in pixels
 * @property {number} maxFramerate in frames per second
 *
 * @typedef {object} Targets what one connection may send
 * @property {{maxBitrate: number}} audio the microphone, in bits per second
 * @property {Picture} camera
 * @property {{maxBitrate: number, maxFramerate: number}} screen
 * @property {{maxBitrate: number}} sound of the screen, in bits per second
 */

/** What a page sends to all others together unless the server says otherwise, in bits per second. */
export const UPLINK = 4_000_000;

/** The most for somebody who has chosen to save bandwidth. */
export const LOW_UPLINK = 800_000;

const AUDIO = 32_000;

/** The sound of a shared screen: more than a voice, for it may be music. */
const SCREEN_AUDIO = 48_000;
const LOW_AUDIO = 20_000;

/** What the headers of 50 packets of sound a second add, in bits per second: IPv6, UDP, RTP, SRTP. */
const AUDIO_HEADERS = 32_000;

/** The part of a video's share that is left for pictures, besides headers and what is sent again. */
const PAYLOAD = 0.88;

/** The part of what is left besides sound that a shared screen gets: it is what people are looking at. */
const SCREEN_PART = 0.7;

/** The most that a shared screen makes use of, in bits per second. */
const SCREEN_MOST = 2_500_000;

/** The sizes of a camera's picture: from and up to which bitrate each looks good, largest first. */
const RUNGS = [
  { height: 720, maxFramerate: 30, from: 1_800_000, most: 2_500_000 },
  { height: 540, maxFramerate: 25, from: 800_000, most: 1_500_000 },
  { height: 360, maxFramerate: 24, from: 350_000, most: 800_000 },
  { height: 270, maxFramerate: 20, from: 200_000, most: 450_000 },
  { height: 180, maxFramerate: 15, from: 90_000, most: 200_000 },
  { height: 180, maxFramerate: 8, from: 0, most: 100_000 },
];

/** The least that a picture is given: what it takes beyond the budget, sound does not miss. */
const PICTURE_LEAST = 25_000;

/**
 * How much a computer can encode beside all else it does in a call, in pixels per second: for each core, in all, and less
 * by this for each of the others, whose pictures, sound and packets are work as well.
 */
const PIXELS_PER_CORE = 15_000_000;
const PIXELS_MOST = 60_000_000;
const PIXELS_OF_EACH = 4_800_000;

/** For so many of the others there is always time. */
const FEW = 2;

/** By how much each degree of relief lowers that. */
const RELIEF = 2.25;

/**
 * Divides what one page can send among its connections: sound first, then a shared screen, then the camera.
 *
 * @param {object} situation
 * @param {number} situation.others how many connections there are
 * @param {number} [situation.sparing] how many of them go to somebody who has asked for less
 * @param {boolean} [situation.sharing] whether a screen is sent as well
 * @param {boolean} [situation.low] whether this side saves bandwidth
 * @param {number} [situation.cores] of this computer
 * @param {number} [situation.relief] how far the computer has to be relieved, from 0
 * @param {number} [situation.uplink] what may be sent in all, in bits per second
 * @returns {{full: Targets, less: Targets}} what most get, and what those get who have asked for less
 */
export function allot({ others, sparing = 0, sharing = false, low = false, cores = 4, relief = 0, uplink = UPLINK }) {
  const most = low ? Math.min(LOW_UPLINK, uplink) : uplink;
  const audio = low ? LOW_AUDIO : AUDIO;
  const connections = Math.max(1, others);
  const encodable = Math.min(cores * PIXELS_PER_CORE, PIXELS_MOST) - Math.max(0, connections - FEW) * PIXELS_OF_EACH;
  const pixels = encodable / RELIEF ** relief / connections;
  const share = (bits) => divided(bits, { audio, sharing, pixels });
  const little = share(Math.min(most / connections, costOf(LOW_AUDIO, RUNGS.at(-1).most * (sharing ? 3 : 1))));
  const less = { ...little, audio: { maxBitrate: LOW_AUDIO }, sound: { maxBitrate: LOW_AUDIO }, camera: pictureOf(little.camera.maxBitrate, 0) };
  if (low) {
    return { full: less, less };
  }
  const spent = sparing * spentOn(less, sharing);
  return { full: share((most - spent) / Math.max(1, others - sparing)), less };
}

/** What these targets amount to on the network, headers included, in bits per second. */
export function spentOn({ audio, camera, screen, sound }, sharing) {
  return sharing
    ? costOf(audio.maxBitrate + sound.maxBitrate, camera.maxBitrate + screen.maxBitrate)
    : costOf(audio.maxBitrate, camera.maxBitrate);
}

function costOf(audio, video) {
  return audio + AUDIO_HEADERS + video / PAYLOAD;
}

/** @returns {Targets} */
function divided(bits, { audio, sharing, pixels }) {
  const sound = audio < AUDIO ? audio : SCREEN_AUDIO;
  const video = Math.max(PICTURE_LEAST, (bits - costOf(audio + (sharing ? sound : 0), 0)) * PAYLOAD);
  const screen = Math.min(sharing ? video * SCREEN_PART : video, SCREEN_MOST);
  return {
    audio: { maxBitrate: audio },
    camera: pictureOf(sharing ? video - screen : video, pixels),
    screen: { maxBitrate: Math.floor(screen), maxFramerate: framesOf(screen) },
    sound: { maxBitrate: sound },
  };
}

/** @returns {Picture} the largest that both the bitrate and the computer are good for */
function pictureOf(bitrate, pixels) {
  const fits = ({ from, height, maxFramerate }) => bitrate >= from && ((height * height * 16) / 9) * maxFramerate <= pixels;
  const { height, maxFramerate, most } = RUNGS.find(fits) ?? RUNGS.at(-1);
  return { maxBitrate: Math.floor(Math.min(bitrate, most)), height, maxFramerate };
}

/** A screen is to be sharp rather than smooth. */
function framesOf(bitrate) {
  return bitrate >= 1_500_000 ? 30 : bitrate >= 500_000 ? 15 : 5;
}
