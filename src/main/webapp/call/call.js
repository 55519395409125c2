import { Outage } from '../signaling/outage.js';
import { Data } from './data/data.js';
import { PeerConnection } from './connection/peer-connection.js';
import { Remotes } from './remotes.js';
import { Telling } from './telling.js';

/** How long there may be no server until it is worth saying, and until one should do something about it, in milliseconds. */
const UNREMARKABLE = 1000;
const BEARABLE = 15_000;

/** How long until we ask again for the place that somebody took before we were back, in milliseconds. */
const FULL = 3000;

/**
 * Why we are not in the room: an error's code and its message, or `closed` with the code of the WebSocket's close.
 *
 * @typedef {{code: string, message: string|number}} Refused
 */

/** To somebody who has just left something was still on its way, or to a room that does not have us back yet. */
const TO_BE_EXPECTED = ['no-such-peer', 'not-joined'];

/**
 * Being in a room: one connection to each other peer (a mesh), which lasts while the server is gone. Knows no page; what
 * it is about to show changes with every `change` event. Other events: `joined` when the room has let us in, `refused`
 * with {@link Refused} if it has not, `leaving` while the room still has us, `came` and `went` with the peer,
 * `raised` with the peer whose hand went up, `shares` with the peer that has begun or ended sharing its screen.
 */
export class Call extends EventTarget {
  /** The others. */
  remotes = new Remotes((id) => this.#connect(id));

  /** What is said from peer to peer. */
  data = new Data(this.remotes);

  /** Whether the room has let us in. */
  joined = false;

  /** Whether our hand is up. */
  hand = false;

  /** What may be sent to all others together, in bits per second; undefined before the server has said it. */
  uplink;

  #channel;
  #media;
  #screen;
  #room;
  #self;
  #iceServers = [];
  #inRoom = false;
  #rejoining;
  #outage = new Outage(UNREMARKABLE, BEARABLE);
  #telling;

  /**
   * @param {import('../signaling/channel.js').Channel} channel
   * @param {import('./media/local-media.js').LocalMedia} media
   * @param {import('./media/screen-share.js').ScreenShare} screen
   * @param {string} room
   */
  constructor(channel, media, screen, room) {
    super();
    this.#channel = channel;
    this.#media = media;
    this.#screen = screen;
    this.#room = room;
    this.#telling = new Telling(
      () => ({ audio: media.on('audio'), video: media.on('video'), screen: screen.on, hand: this.hand }),
      (state) => channel.send({ type: 'state', ...state }),
    );
    this.#listen();
  }

  /** Whether the server is gone for longer than a moment, or does not have us back yet. */
  get broken() {
    return this.#outage.passed > 0;
  }

  /** Whether that has been so for so long that it will hardly mend by itself. */
  get stranded() {
    return this.#outage.passed > 1;
  }

  join() {
    const join = { type: 'join', room: this.#room };
    const { welcome } = this.#channel;
    this.#outage.begin();
    if (welcome) {
      this.#welcomed(welcome);
      this.#channel.send(join);
    } else {
      this.#channel.open(join);
    }
  }

  /** Raises our hand, or lowers it. */
  raise(hand) {
    this.hand = hand;
    this.#tell();
    this.dispatchEvent(new Event('change'));
  }

  leave() {
    this.dispatchEvent(new Event('leaving'));
    // Says that we leave as well as a message would, which would be answered to nobody.
    this.#channel.close();
    clearTimeout(this.#rejoining);
    this.#outage.end();
    this.#media.removeEventListener('track', this.#replaceTrack);
    this.#media.removeEventListener('change', this.#tell);
    this.#screen.removeEventListener('change', this.#updateScreen);
    this.#screen.end();
    this.remotes.clear();
  }

  #listen() {
    const on = (type, take) => this.#channel.addEventListener(type, ({ detail }) => take(detail));
    on('welcome', (welcome) => this.#welcomed(welcome));
    on('fresh', () => {
      this.#inRoom = false;
      this.#rejoin();
    });
    on('joined', ({ peers }) => this.#joined(peers));
    on('peer-joined', ({ peer }) => this.remotes.came(peer));
    on('peer-left', ({ id, reason }) => this.remotes.left(id, reason));
    on('peer-away', ({ id }) => this.remotes.update(id, { away: true }));
    on('peer-back', ({ id }) => this.remotes.update(id, { away: false }));
    on('state', ({ from, type, ...state }) => this.#told(from, state));
    on('offer', ({ from, sdp }) => this.#toRemote(from, (it) => it.onDescription({ type: 'offer', sdp })));
    on('answer', ({ from, sdp }) => this.#toRemote(from, (it) => it.onDescription({ type: 'answer', sdp })));
    on('candidates', ({ from, candidates }) => this.#toRemote(from, (it) => it.connection.onCandidates(candidates)));
    on('error', (error) => this.#failed(error));
    on('down', () => this.#down());
    on('refused', ({ code }) => this.#refuse({ code: 'closed', message: code }));
    const pass = ({ type, detail }) => this.dispatchEvent(new CustomEvent(type, { detail }));
    ['change', 'came', 'went'].forEach((type) => this.remotes.addEventListener(type, pass));
    this.#outage.addEventListener('change', pass);
    this.#media.addEventListener('track', this.#replaceTrack);
    this.#media.addEventListener('change', this.#tell);
    this.#screen.addEventListener('change', this.#updateScreen);
  }

  #connect(id) {
    const connection = new PeerConnection({
      polite: this.#self < id,
      iceServers: this.#iceServers,
      local: this.#media.stream,
      screen: this.#screen.stream,
      send: (message) => this.#channel.send({ ...message, to: id }),
    });
    this.data.use(id, connection.data);
    return connection;
  }

  #welcomed({ peer, iceServers, resumed, limits }) {
    if (this.#self !== peer.id) {
      // The others know us by another id: to them it is somebody else who comes.
      [...this.remotes].forEach(({ id }) => this.remotes.left(id, 'left'));
      this.data.reset();
    }
    this.#self = peer.id;
    this.#iceServers = iceServers;
    this.uplink = limits.uplink;
    if (resumed && this.#inRoom) {
      this.#back();
    }
  }

  #rejoin() {
    clearTimeout(this.#rejoining);
    this.#channel.send({ type: 'join', room: this.#room });
    if (this.joined) {
      // In one flight, so that nobody sees us for a moment as we are not.
      this.#telling.begin();
    }
  }

  #joined(peers) {
    this.#inRoom = true;
    this.#back();
    if (!this.joined) {
      this.joined = true;
      this.#telling.begin();
    }
    this.remotes.joined(peers);
    this.dispatchEvent(new Event('joined'));
  }

  #down() {
    this.remotes.informed = false;
    this.#outage.begin();
  }

  #back() {
    this.remotes.informed = true;
    this.#outage.end();
  }

  #told(from, state) {
    const remote = this.remotes.get(from);
    const before = remote?.state;
    this.remotes.update(from, { state });
    if (before && state.hand && !before.hand) {
      this.dispatchEvent(new CustomEvent('raised', { detail: remote }));
    }
    if (before && state.screen !== before.screen) {
      this.dispatchEvent(new CustomEvent('shares', { detail: remote }));
    }
  }

  async #toRemote(id, take) {
    const remote = this.remotes.get(id);
    if (!remote) {
      // Let go of while the server was gone.
      return;
    }
    try {
      await take(remote);
    } catch (error) {
      console.error(`a message from ${id} could not be used`, error);
    }
  }

  #failed({ code, message, re }) {
    if (re === 'join' && code === 'room-full' && this.remotes.size > 0) {
      // Somebody was faster after a restart, but the call goes on.
      this.#rejoining = setTimeout(() => this.#rejoin(), FULL);
    } else if (re === 'hello' || re === 'join') {
      this.#refuse({ code, message });
    } else if (!TO_BE_EXPECTED.includes(code)) {
      console.error(`the server refused ${re}: ${code}, ${message}`);
    }
  }

  #refuse(refused) {
    this.leave();
    this.dispatchEvent(new CustomEvent('refused', { detail: refused }));
  }

  #tell = () => this.#telling.update();

  #replaceTrack = ({ detail: { kind, track } }) => {
    for (const { connection } of this.remotes) {
      connection.replaceTrack(kind, track);
    }
  };

  #updateScreen = () => {
    for (const { connection } of this.remotes) {
      connection.updateScreen();
    }
    this.#tell();
  };
}
