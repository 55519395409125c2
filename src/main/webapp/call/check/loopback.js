import { until } from './limit.js';
import { Pair } from './pair.js';

/** How long to wait for a way, and then for sound and pictures, in milliseconds. */
const TO_CONNECT = 8000;
const TO_FLOW = 8000;

/** Whether sound, picture and data get from one connection of this page to another. */
export async function loopback(bench) {
  const tracks = bench.stream?.getTracks() ?? [];
  const pair = new Pair({ iceServers: [] }, tracks);
  const wanted = (kind) => tracks.some((track) => track.kind === kind);
  const facts = {};
  const flows = ({ sound, pictures }) => {
    Object.assign(facts, { 'packets of sound': sound, 'pictures decoded': pictures });
    return (sound > 0 || !wanted('audio')) && (pictures > 0 || !wanted('video'));
  };
  try {
    const echo = pair.echo(TO_CONNECT);
    // Nobody looks at it if negotiating fails.
    echo.catch(() => undefined);
    await pair.negotiate();
    facts.data = `${(await echo).toFixed(1)} ms there and back`;
  } catch {
    pair.close();
    return { problem: 'no-connection', facts };
  }
  try {
    await until(TO_FLOW, async () => flows(await pair.received()));
    return { facts };
  } catch {
    return { problem: 'no-media', facts };
  } finally {
    pair.close();
  }
}
