import { sessionOf } from './connection/session.js';

/**
 * Somebody else in the room, and the connection to them: at most one at a time, but when one cannot be mended, another
 * after it.
 *
 * Events: `change`.
 */
export class Remote extends EventTarget {
  /** Whether the server has them in the room, as far as we know. */
  present = true;

  /** Whether the server does not hear them. */
  away = false;

  /** @type {import('./connection/peer-connection.js').PeerConnection} */
  connection;

  #connect;

  /** The session of a connection of theirs that was given up: what belongs to it comes too late. */
  #past;

  /**
   * @param {import('../signaling/protocol.js').Peer} peer
   * @param {() => import('./connection/peer-connection.js').PeerConnection} connect
   */
  constructor({ id, name, state }, connect) {
    super();
    this.id = id;
    this.name = name;
    this.state = state;
    this.#connect = connect;
    this.#open();
  }

  /**
   * The room has us both again, after messages were lost. A connection that is up needs nothing.
   *
   * @param {boolean} first whether it was us who came, and not they
   */
  returned({ name, state }, first) {
    Object.assign(this, { name, state, present: true, away: false });
    if (first && ['failed', 'closed'].includes(this.connection.state)) {
      this.#replace();
      this.connection.start();
    } else {
      this.connection.goOn(first);
    }
  }

  /** The server has given them up. */
  lost() {
    Object.assign(this, { present: false, away: true });
  }

  /** Their offer or answer, which may be that of another connection than before. */
  async onDescription(description) {
    const session = sessionOf(description);
    if (session && session === this.#past) {
      console.debug('ignoring a description of a connection that is no more');
      return;
    }
    const begunAnew = this.connection.session && this.connection.session !== session;
    if (begunAnew) {
      this.#replace();
    }
    if (begunAnew && description.type === 'answer') {
      this.connection.start();
    } else {
      await this.connection.onDescription(description);
    }
  }

  #open() {
    const connection = (this.connection = this.#connect());
    connection.addEventListener('change', () => this.connection === connection && this.#changed());
  }

  #replace() {
    this.#past = this.connection.session;
    this.connection.close();
    this.#open();
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
