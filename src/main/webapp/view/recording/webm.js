/** The element Info of a WebM file, and Duration in it: a number of milliseconds in eight bytes (RFC 9559). */
const INFO = [0x15, 0x49, 0xa9, 0x66];
const DURATION = [0x44, 0x89, 0x88];

/** Where the head of a file ends at the latest, in bytes. */
const HEAD = 1024;

/**
 * A recording with its length written in it, which browsers leave out since they do not know it when they begin: players
 * then show none, and cannot go to a place in it.
 *
 * @param {Blob} blob as a MediaRecorder makes it
 * @param {number} length in milliseconds
 * @returns {Promise<Blob>} the same if it is no WebM, or is made otherwise than expected
 */
export async function withLength(blob, length) {
  const head = new Uint8Array(await blob.slice(0, HEAD).arrayBuffer());
  const info = head.findIndex((_, i) => INFO.every((byte, k) => head[i + k] === byte));
  const after = info + INFO.length;
  const element = new Uint8Array([...DURATION, ...new Uint8Array(8)]);
  new DataView(element.buffer).setFloat64(DURATION.length, length);
  // One byte that begins with a bit: a size of up to 126.
  const size = head[after] - 0x80 + element.length;
  if (info < 0 || head[after] < 0x80 || size > 126) {
    return blob;
  }
  return new Blob([head.slice(0, after), new Uint8Array([0x80 + size]), element, blob.slice(after + 1)], { type: blob.type });
}
