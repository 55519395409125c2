/** Where the files of all pages of this origin are, in the browser's private file system. */
const ROOT = 'parley-files';

const own = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
const lockOf = (folder) => `${ROOT}/${folder}`;
let claimed;

/**
 * A folder that is ours while this page is open.
 *
 * @returns {Promise<string[]|undefined>} the way to it; undefined where browsers give none, as to a page by plain http
 */
export function claimFolder() {
  claimed ??= claim();
  return claimed;
}

async function claim() {
  if (!navigator.storage?.getDirectory || !navigator.locks) {
    return undefined;
  }
  // Held for as long as the page lives, by which another page knows that it does.
  return new Promise((resolve) =>
    navigator.locks.request(lockOf(own), () => {
      resolve([ROOT, own]);
      return new Promise(() => {});
    }),
  );
}

/** @returns {Promise<FileSystemDirectoryHandle>} the folder that we have claimed */
export async function ownFolder() {
  let folder = await navigator.storage.getDirectory();
  for (const step of await claimFolder()) {
    folder = await folder.getDirectoryHandle(step);
  }
  return folder;
}

/** Removes what pages have left behind that are no more. */
export async function sweepFolders() {
  try {
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle(ROOT);
    for await (const folder of root.keys()) {
      const remove = (lock) => lock && root.removeEntry(folder, { recursive: true });
      await navigator.locks.request(lockOf(folder), { ifAvailable: true }, remove);
    }
  } catch {
    // There is none, or no such file system.
  }
}
