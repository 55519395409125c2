/**
 * What recording needs beside the page. A clock: those of a page in the background stand nearly still. And the file, which
 * only a worker may write to at once, so that an hour of recording need not be kept in memory.
 *
 * Takes {tick: milliseconds}, {ticked: milliseconds} when the page is done with a tick, after which comes the next,
 * {open: names of folders and file}, {write: ArrayBuffer}, {close}. Answers every open, write and close in order, by true,
 * or by the message of what went wrong.
 */
let file;
let interval;

const does = {
  async open(names) {
    let folder = await navigator.storage.getDirectory();
    for (const name of names.slice(0, -1)) {
      folder = await folder.getDirectoryHandle(name, { create: true });
    }
    file = await (await folder.getFileHandle(names.at(-1), { create: true })).createSyncAccessHandle();
  },
  write(bytes) {
    const written = file.write(bytes, { at: file.getSize() });
    if (written < bytes.byteLength) {
      throw new Error('the disk is full');
    }
  },
  close() {
    file.flush();
    file.close();
  },
};

let turn = Promise.resolve();

onmessage = ({ data }) => {
  const [[what, argument]] = Object.entries(data);
  if (what === 'tick') {
    interval = argument;
    postMessage('tick');
  } else if (what === 'ticked') {
    // As long a rest as it took at least: the page of a slow computer shall have time for the call.
    setTimeout(() => postMessage('tick'), Math.max(interval - argument, argument));
  } else {
    turn = turn.then(() => does[what](argument)).then(
      () => postMessage(true),
      (error) => postMessage(error.message || error.name),
    );
  }
};
