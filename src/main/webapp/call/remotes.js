import { Remote } from './remote.js';

/**
 * How long those stay who have not come back yet when we have, in milliseconds: a server that was started again knows
 * nobody at first.
 */
const GRACE = 30_000;

/**
 * The others, in the order they came. Who is connected to us stays, even if the server has lost sight of them.
 *
 * Events: `change`; `came` and `went` with the remote.
 */
export class Remotes extends EventTarget {
  /** Whether the server tells us who comes and goes. While it does not, a connection that the other closed tells. */
  informed = false;

  /** @type {Map<string, Remote>} */
  #byId = new Map();
  #connect;
  #grace;

  /** @param {(id: string) => import('./connection/peer-connection.js').PeerConnection} connect */
  constructor(connect) {
    super();
    this.#connect = connect;
  }

  get size() {
    return this.#byId.size;
  }

  [Symbol.iterator]() {
    return this.#byId.values();
  }

  /** @returns {Remote|undefined} */
  get(id) {
    return this.#byId.get(id);
  }

  /** The room has let us in, perhaps again, and has these others in it. */
  joined(peers) {
    const there = new Set(peers.map(({ id }) => id));
    const missing = [...this].filter(({ id }) => !there.has(id));
    missing.forEach((remote) => this.#lost(remote));
    this.#waitFor(missing);
    for (const peer of peers) {
      if (this.#byId.has(peer.id)) {
        this.#byId.get(peer.id).returned(peer, true);
      } else {
        // The newcomer offers to everybody who was there.
        this.#add(peer).connection.start();
      }
    }
    this.#tell('change');
  }

  /** Somebody has come into the room, perhaps again. */
  came(peer) {
    if (this.#byId.has(peer.id)) {
      this.#byId.get(peer.id).returned(peer, false);
    } else {
      this.#tell('came', this.#add(peer));
    }
    this.#tell('change');
  }

  /** Somebody is no longer in the room. */
  left(id, reason) {
    const remote = this.#byId.get(id);
    if (remote && reason === 'lost') {
      this.#lost(remote);
    } else if (remote) {
      this.#drop(remote);
    }
  }

  /** Something else about somebody has changed. */
  update(id, change) {
    const remote = this.#byId.get(id);
    if (remote) {
      Object.assign(remote, change);
      this.#settle(remote);
    }
  }

  clear() {
    clearTimeout(this.#grace);
    this.#byId.forEach(({ connection }) => connection.close());
    this.#byId.clear();
    this.#tell('change');
  }

  #add(peer) {
    const remote = new Remote(peer, () => this.#connect(peer.id));
    remote.addEventListener('change', () => this.#settle(remote));
    this.#byId.set(peer.id, remote);
    return remote;
  }

  #waitFor(missing) {
    clearTimeout(this.#grace);
    this.#grace = setTimeout(() => {
      if (this.informed) {
        missing.filter(({ present }) => !present).forEach((remote) => this.#drop(remote));
      } else {
        this.#waitFor(missing);
      }
    }, GRACE);
  }

  #lost(remote) {
    remote.lost();
    this.#settle(remote);
  }

  /** Something has changed: lets go of who is not coming back. */
  #settle(remote) {
    const { state } = remote.connection;
    const left = state === 'closed' && (remote.away || !this.informed);
    if (left || (!remote.present && state !== 'connected')) {
      this.#drop(remote);
    } else {
      this.#tell('change');
    }
  }

  #drop(remote) {
    if (this.#byId.get(remote.id) === remote) {
      this.#byId.delete(remote.id);
      remote.connection.close();
      this.#tell('change');
      this.#tell('went', remote);
    }
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
