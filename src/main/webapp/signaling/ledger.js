/**
 * The most messages kept for the other side, in number. Less than a server takes at once, for after a break all of
 * them go out together.
 */
const MOST = 400;

/** After how many unconfirmed messages, of either side, a ping is due. */
const PATCH = 128;

const UNCOUNTED = ['welcome', 'pong', 'bye'];

/**
 * What has passed over a line, whichever sockets it took: counts what came, and keeps what was sent until the other side
 * has confirmed it. Knows no socket.
 */
export class Ledger {
  /** How many counted messages have come. */
  received = 0;

  /** @type {object[]} what was sent and is not confirmed, oldest first */
  #kept = [];
  #confirmed = 0;
  #dropped = 0;
  #toldReceived = 0;
  #toldSent = 0;

  /** Everything that would have to be sent again on a new socket, in order. */
  get kept() {
    return [...this.#kept];
  }

  /** Whether nothing is missing among the kept: too many unconfirmed ones push out the oldest. */
  get whole() {
    return this.#dropped === 0;
  }

  /** Whether a ping should be sent for the sake of confirmation, before it is time for the next one. */
  get due() {
    return this.received - this.#toldReceived >= PATCH || this.#sent - this.#toldSent >= PATCH;
  }

  get #sent() {
    return this.#confirmed + this.#dropped + this.#kept.length;
  }

  /** A message is on its way, or will be once there is a socket. */
  keep(message) {
    this.#kept.push(message);
    if (this.#kept.length > MOST) {
      this.#kept.shift();
      this.#dropped++;
    }
  }

  /** @param {string} type that of a message that has come */
  took(type) {
    if (!UNCOUNTED.includes(type)) {
      this.received++;
    }
  }

  /**
   * The other side has received so many.
   *
   * @param {number} count
   * @returns {boolean} whether what is kept goes on where that ends
   */
  confirm(count) {
    if (!(count >= this.#confirmed && count <= this.#sent)) {
      return false;
    }
    const gone = count - this.#confirmed;
    this.#confirmed = count;
    this.#kept.splice(0, Math.max(0, gone - this.#dropped));
    this.#dropped = Math.max(0, this.#dropped - gone);
    return this.whole;
  }

  /** The ping that tells how far we are. */
  ping() {
    this.#toldReceived = this.received;
    this.#toldSent = this.#sent;
    return { type: 'ping', received: this.received };
  }

  /** A new line: nothing has passed over it. */
  reset() {
    this.received = this.#confirmed = this.#dropped = this.#toldReceived = this.#toldSent = 0;
    this.#kept = [];
  }
}
