/**
 * A clock in a thread of its own: those of a page in the background stand nearly still.
 *
 * Takes {tick: milliseconds}, at which it ticks, and {ticked: milliseconds} when the page is done with a tick, after which
 * comes the next.
 */
let interval;

onmessage = ({ data: { tick, ticked } }) => {
  if (tick) {
    interval = tick;
    postMessage('tick');
  } else {
    // As long a rest as it took at least: the page of a slow computer shall have time for the call.
    setTimeout(() => postMessage('tick'), Math.max(interval - ticked, ticked));
  }
};
