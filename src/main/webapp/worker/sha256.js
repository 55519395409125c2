/* Computes the SHA-256 of a file, slice by slice: {file} is answered by {sha256} in hex, or by {problem}. */
importScripts('../lib/sha256.min.js');

/** How much is read at once, in bytes. */
const SLICE = 1_048_576;

self.onmessage = async ({ data: { file } }) => {
  try {
    const hash = sha256.create();
    for (let at = 0; at < file.size; at += SLICE) {
      hash.update(await file.slice(at, at + SLICE).arrayBuffer());
    }
    self.postMessage({ sha256: hash.hex() });
  } catch {
    self.postMessage({ problem: 'unreadable' });
  }
};
