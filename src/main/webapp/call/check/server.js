import { LEAVING, SUBPROTOCOL } from '../../signaling/protocol.js';
import { within } from './limit.js';

/** How long the server may take to answer, in milliseconds. */
const PATIENCE = 8000;

/** How often it is asked, for a figure in the middle. */
const PINGS = 5;

/** Whether the signalling server can be reached, and how far away it is; learns which servers help to find a way. */
export async function server(bench) {
  const begun = performance.now();
  const socket = new WebSocket(bench.signal, SUBPROTOCOL);
  try {
    await within(PATIENCE, next(socket, 'open'));
    const welcome = await answer(socket, { type: 'hello', name: 'Call check' }, 'welcome');
    const connected = performance.now() - begun;
    bench.iceServers = welcome.iceServers;
    const trips = [];
    for (let i = 0; i < PINGS; i++) {
      const asked = performance.now();
      await answer(socket, { type: 'ping' }, 'pong');
      trips.push(performance.now() - asked);
    }
    const [median] = trips.sort((a, b) => a - b).slice(PINGS >> 1);
    return { facts: { connected: `${Math.round(connected)} ms`, 'round trip': `${median.toFixed(1)} ms` } };
  } catch (error) {
    return { problem: (await isThere()) ? 'websocket' : 'server', facts: error.code ? { closed: error.code } : {} };
  } finally {
    socket.onmessage = socket.onclose = null;
    socket.close(LEAVING, 'left');
  }
}

/** The next event of this type; fails if the socket closes first. */
function next(socket, type) {
  return new Promise((done, fail) => {
    socket[`on${type}`] = done;
    socket.onclose = ({ code }) => fail(Object.assign(new Error('closed'), { code }));
  });
}

async function answer(socket, question, type) {
  const answered = within(PATIENCE, next(socket, 'message'));
  socket.send(JSON.stringify(question));
  const message = JSON.parse((await answered).data);
  if (message.type !== type) {
    throw new Error(`the server answered ${message.type}`);
  }
  return message;
}

/** Whether the server answers other requests: then something on the way lets no WebSocket through. */
async function isThere() {
  try {
    return (await fetch('.', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) })).ok;
  } catch {
    return false;
  }
}
