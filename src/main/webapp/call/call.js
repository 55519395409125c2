import { INITIAL_STATE } from '../signaling/protocol.js';
import { Negotiation } from './negotiation.js';

/**
 * Somebody else in the room.
 *
 * @typedef {object} Remote
 * @property {string} id
 * @property {string} name
 * @property {import('../signaling/protocol.js').State} state
 * @property {Negotiation} connection
 */

/**
 * Being in a room: one connection to each other peer (a mesh). Knows no page; what it is about to show changes with
 * every `change` event. Other events: `joined` when the room has let us in, `refused` with the reason if it has not,
 * `came` and `went` with the peer.
 */
export class Call extends EventTarget {
  /** @type {Map<string, Remote>} by peer id, in the order they came */
  remotes = new Map();

  /** Whether the signalling connection is up and we are in the room. */
  online = false;

  /** Whether it was and is no more, until it is again. */
  broken = false;

  #channel;
  #media;
  #room;
  #self;
  #iceServers = [];
  #told = INITIAL_STATE;

  /**
   * @param {import('../signaling/channel.js').Channel} channel
   * @param {import('./local-media.js').LocalMedia} media
   * @param {string} room
   */
  constructor(channel, media, room) {
    super();
    this.#channel = channel;
    this.#media = media;
    this.#room = room;
    this.#listen();
  }

  join() {
    this.#channel.open({ type: 'join', room: this.#room });
  }

  leave() {
    this.#channel.send({ type: 'leave' });
    this.#channel.close();
    this.#forgetAll();
    this.#media.removeEventListener('track', this.#replaceTrack);
    this.#media.removeEventListener('change', this.#tellState);
  }

  #listen() {
    const on = (type, take) => this.#channel.addEventListener(type, ({ detail }) => take(detail));
    on('welcome', (welcome) => this.#welcomed(welcome));
    on('joined', (joined) => this.#joined(joined));
    on('peer-joined', ({ peer }) => this.#came(peer));
    on('peer-left', ({ id }) => this.#went(id));
    on('state', ({ from, type, ...state }) => this.#update(from, state));
    on('offer', ({ from, sdp }) => this.#toConnection(from, (it) => it.onDescription({ type: 'offer', sdp })));
    on('answer', ({ from, sdp }) => this.#toConnection(from, (it) => it.onDescription({ type: 'answer', sdp })));
    on('candidates', ({ from, candidates }) => this.#toConnection(from, (it) => it.onCandidates(candidates)));
    on('error', (error) => this.#failed(error));
    on('down', () => this.#lost());
    on('refused', ({ code }) => this.#refuse(`The server ended the connection (${code}).`));
    this.#media.addEventListener('track', this.#replaceTrack);
    this.#media.addEventListener('change', this.#tellState);
  }

  #welcomed({ peer, iceServers }) {
    this.#self = peer.id;
    this.#iceServers = iceServers;
    this.#told = INITIAL_STATE;
  }

  #joined({ peers }) {
    this.online = true;
    this.broken = false;
    this.#tellState();
    peers.forEach((peer) => this.#add(peer, true));
    this.dispatchEvent(new Event('joined'));
  }

  /** @param {boolean} offering whether the first offer is ours: the newcomer's is, to everybody who was there */
  #add({ id, name, state }, offering) {
    const connection = new Negotiation({
      polite: this.#self < id,
      iceServers: this.#iceServers,
      local: this.#media.stream,
      send: (message) => this.#channel.send({ ...message, to: id }),
    });
    connection.addEventListener('change', () => this.#changed());
    this.remotes.set(id, { id, name, state, connection });
    if (offering) {
      connection.start();
    }
    this.#changed();
  }

  #came(peer) {
    this.#add(peer, false);
    this.dispatchEvent(new CustomEvent('came', { detail: peer }));
  }

  #went(id) {
    const remote = this.remotes.get(id);
    remote.connection.close();
    this.remotes.delete(id);
    this.#changed();
    this.dispatchEvent(new CustomEvent('went', { detail: remote }));
  }

  #update(id, state) {
    const remote = this.remotes.get(id);
    if (remote) {
      remote.state = state;
      this.#changed();
    }
  }

  async #toConnection(id, take) {
    try {
      await take(this.remotes.get(id).connection);
    } catch (error) {
      console.error(`a message from ${id} could not be used`, error);
    }
  }

  #failed({ code, message, re }) {
    if (re === 'hello' || re === 'join') {
      this.#refuse(code === 'room-full' ? 'The room is full.' : message);
    } else if (code !== 'no-such-peer') {
      // To a peer that has just left, something was still on its way; anything else is a fault worth seeing.
      console.error(`the server refused ${re}: ${code}, ${message}`);
    }
  }

  #refuse(reason) {
    this.leave();
    this.dispatchEvent(new CustomEvent('refused', { detail: { reason } }));
  }

  #lost() {
    this.broken ||= this.online;
    this.online = false;
    this.#forgetAll();
    this.#changed();
  }

  #forgetAll() {
    this.remotes.forEach(({ connection }) => connection.close());
    this.remotes.clear();
  }

  #replaceTrack = ({ detail: { kind, track } }) => {
    this.remotes.forEach(({ connection }) => connection.replaceTrack(kind, track));
  };

  #tellState = () => {
    const state = { ...INITIAL_STATE, audio: this.#media.on('audio'), video: this.#media.on('video') };
    if (this.online && (state.audio !== this.#told.audio || state.video !== this.#told.video)) {
      this.#told = state;
      this.#channel.send({ type: 'state', ...state });
    }
  };

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
