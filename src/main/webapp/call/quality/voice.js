/** How loud somebody is, by what the browser notes of each packet it plays: no sound has to be looked at for that. */
export class Voice {
  #pc;
  #stream;
  #last;

  /**
   * @param {RTCPeerConnection} pc
   * @param {MediaStream} stream with their microphone
   */
  constructor(pc, stream) {
    this.#pc = pc;
    this.#stream = stream;
  }

  /** From 0 to 1, where 1 is full scale. */
  get level() {
    const [track] = this.#stream.getAudioTracks();
    const receiver = track && this.#pc.getReceivers().find((it) => it.track === track);
    const [source] = receiver?.getSynchronizationSources() ?? [];
    // The last packet is told for ten seconds, but says nothing any more when another should have come.
    const stale = source?.rtpTimestamp === this.#last;
    this.#last = source?.rtpTimestamp;
    return stale ? 0 : (source?.audioLevel ?? 0);
  }
}
