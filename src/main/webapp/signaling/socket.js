import { Deadline } from './deadline.js';
import { LEAVING, SILENT, SUBPROTOCOL } from './protocol.js';

/**
 * By when things have to happen, in milliseconds, or the server cannot be reached over this socket. One that has just
 * been started on a busy machine takes four seconds to say its first welcome.
 */
const TO_OPEN = 10_000;
const TO_WELCOME = 10_000;
const TO_ANSWER = 10_000;
const TO_ANSWER_IN_DOUBT = 4000;

/** One socket to the server, which is given up when the server is not heard in time. */
export class Socket {
  /** Whether the server has welcomed us, and is still there as far as we know. */
  welcomed = false;

  #socket;
  #resuming;
  #ping;
  #lost;
  #deadline = new Deadline(() => this.#giveUp());
  #heartbeat;

  /**
   * @param {URL} url
   * @param {object} owner
   * @param {boolean} owner.resuming whether there is a place to keep even before the server has welcomed us
   * @param {() => void} owner.opened it is time for hello
   * @param {(message: {type: string}) => void} owner.took
   * @param {() => object} owner.ping what to ask the server
   * @param {(code: number) => void} owner.lost the socket broke or was given up
   */
  constructor(url, { resuming, opened, took, ping, lost }) {
    this.#resuming = resuming;
    this.#ping = ping;
    this.#lost = lost;
    const socket = (this.#socket = new WebSocket(url, SUBPROTOCOL));
    this.#deadline.within(TO_OPEN);
    socket.onopen = () => {
      this.#deadline.met();
      this.#deadline.within(TO_WELCOME);
      opened();
    };
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(data);
      this.#heard(message);
      took(message);
    };
    socket.onclose = ({ code }) => this.#end(code);
  }

  /** Sends a message; in vain if the socket is closing. */
  write(message) {
    this.#socket.send(JSON.stringify(message));
  }

  /** Sends a ping, and expects something in return. */
  ask() {
    this.write(this.#ping());
    this.#deadline.within(TO_ANSWER);
  }

  /** Finds out soon, and not by the next heartbeat, whether the server can be reached. */
  check() {
    if (this.welcomed && !this.#deadline.running) {
      this.ask();
    }
    if (this.welcomed || this.#socket.readyState === WebSocket.CONNECTING) {
      this.#deadline.within(TO_ANSWER_IN_DOUBT);
    }
  }

  /** Ends it; the owner hears no more of it. */
  close(code) {
    this.#still();
    this.#socket.onopen = this.#socket.onmessage = this.#socket.onclose = null;
    // With a reason: without one, Payara cannot tell 1000 from a connection that broke.
    this.#socket.close(code, code === LEAVING ? 'left' : 'nothing heard');
  }

  #heard(message) {
    if (message.type === 'welcome') {
      this.welcomed = true;
      this.#heartbeat = setInterval(() => this.#deadline.running || this.ask(), message.heartbeat * 1000);
    }
    if (this.welcomed) {
      this.#deadline.met();
    }
  }

  #giveUp() {
    // Who was slow and not gone would else keep a place that nobody can claim, or take ours away.
    this.close(this.welcomed || this.#resuming ? SILENT : LEAVING);
    this.#lost(SILENT);
  }

  #end(code) {
    this.#still();
    this.#lost(code);
  }

  #still() {
    this.welcomed = false;
    this.#deadline.met();
    clearInterval(this.#heartbeat);
  }
}
