import { Failure } from './failure.js';

/**
 * The SHA-256 of a file, in hex, which is read once more for it; in a thread of its own.
 *
 * @param {File} file
 * @returns {Promise<string>}
 * @throws {Failure} `unreadable`
 */
export async function digest(file) {
  const worker = new Worker(new URL('../../worker/sha256.js', import.meta.url));
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data: { sha256 } }) => (sha256 ? resolve(sha256) : reject(new Failure('unreadable')));
      worker.onerror = () => reject(new Failure('unreadable'));
      worker.postMessage({ file });
    });
  } finally {
    worker.terminate();
  }
}
