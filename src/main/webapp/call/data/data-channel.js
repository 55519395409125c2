import { Allowance } from './allowance.js';

/** Both sides make the channel themselves, so that it is there with the connection and costs no message of its own. */
const AGREED = { negotiated: true, id: 0 };

/** The longest message, as JSON text in UTF-16 units. Browsers take more in one piece, but not all much more. */
export const MAX_MESSAGE = 65_536;

/** How much may wait inside the browser to be sent, in bytes: when there is more, and when we go on. */
const HIGH = 1_048_576;
const LOW = 262_144;

/**
 * The channel for messages of one connection: JSON objects, in order. What is no such thing is dropped, and a peer that
 * floods is not listened to any more.
 *
 * Further channels, for what is no message, are opened beside it; each that the other side opens counts as a message.
 *
 * Events: `open`; `message` with the object; `room` when there is room to send again; `channel` with a further
 * RTCDataChannel that the other side has opened.
 */
export class DataChannel extends EventTarget {
  #pc;
  #channel;
  #allowance = new Allowance();

  /** @param {RTCPeerConnection} pc */
  constructor(pc) {
    super();
    this.#pc = pc;
  }

  /** Makes the channel, which has to be negotiated with the connection; once. */
  attach() {
    if (this.#channel) {
      return;
    }
    const channel = (this.#channel = this.#pc.createDataChannel('parley', AGREED));
    channel.bufferedAmountLowThreshold = LOW;
    channel.onopen = () => this.dispatchEvent(new Event('open'));
    channel.onbufferedamountlow = () => this.dispatchEvent(new Event('room'));
    channel.onmessage = ({ data }) => this.#take(data);
    this.#pc.ondatachannel = ({ channel }) => this.#opened(channel);
  }

  /** A further channel, reliable and in order. */
  open(label) {
    return this.#pc.createDataChannel(label);
  }

  /** The longest message that the other side takes on any channel, in bytes. */
  get longest() {
    return this.#pc.sctp.maxMessageSize;
  }

  /** Whether a message can be sent now. */
  get ready() {
    return this.#channel?.readyState === 'open' && this.#channel.bufferedAmount < HIGH;
  }

  /** @param {string} json an object of at most {@link MAX_MESSAGE}, while it is `ready` */
  send(json) {
    this.#channel.send(json);
  }

  #opened(channel) {
    if (this.#allows()) {
      this.dispatchEvent(new CustomEvent('channel', { detail: channel }));
    } else {
      channel.close();
    }
  }

  /** Whether the other side may say this, too; if not it is not listened to from now on. */
  #allows() {
    const allowed = this.#allowance.take();
    if (!allowed) {
      console.warn('closing a data channel that is being flooded');
      this.#channel.onmessage = this.#pc.ondatachannel = null;
      this.#channel.close();
    }
    return allowed;
  }

  #take(data) {
    if (!this.#allows()) {
      return;
    }
    const message = parsed(data);
    if (message) {
      this.dispatchEvent(new CustomEvent('message', { detail: message }));
    } else {
      console.warn('ignoring something on a data channel that is no message');
    }
  }
}

function parsed(data) {
  if (typeof data !== 'string' || data.length > MAX_MESSAGE) {
    return undefined;
  }
  try {
    const value = JSON.parse(data);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
