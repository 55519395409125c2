/** The sound of several streams in one. */
export class Mix {
  #context = new AudioContext();
  #out = this.#context.createMediaStreamDestination();

  /** @type {Map<MediaStreamTrack, MediaStreamAudioSourceNode>} */
  #sources = new Map();

  /** @returns {MediaStreamTrack} */
  get track() {
    return this.#out.stream.getAudioTracks()[0];
  }

  /** Mixes the sound of these from now on, and of no others. @param {MediaStream[]} streams */
  use(streams) {
    const tracks = new Set(streams.flatMap((stream) => stream.getAudioTracks()));
    for (const track of tracks) {
      if (!this.#sources.has(track)) {
        // Of the track and not of the stream, which may have another tomorrow.
        const source = this.#context.createMediaStreamSource(new MediaStream([track]));
        source.connect(this.#out);
        this.#sources.set(track, source);
      }
    }
    for (const [track, source] of this.#sources) {
      if (!tracks.has(track)) {
        source.disconnect();
        this.#sources.delete(track);
      }
    }
  }

  close() {
    return this.#context.close();
  }
}
