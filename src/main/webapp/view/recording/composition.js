import { hue, initials } from '../parts/avatar.js';
import { grid, spotlight } from '../stage/layout.js';

/** Of the picture and of the space between tiles, in pixels. */
const WIDTH = 1280;
const HEIGHT = 720;
const GAP = 8;

const FONT = 'system-ui, sans-serif';

/**
 * Everybody in one picture. A tile is what is seen of somebody: `screen` says whether it is their screen, `video` is the
 * stream, or undefined while there is no picture.
 *
 * @typedef {{name: string, screen: boolean, video: MediaStream|undefined}} Tile
 */
export class Composition {
  #canvas = Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT });
  #context = this.#canvas.getContext('2d', { alpha: false });
  #colours = colours();

  /** @type {Map<MediaStream, HTMLVideoElement>} */
  #videos = new Map();

  /** @returns {MediaStreamTrack} the picture, so many times a second at most */
  track(framesPerSecond) {
    return this.#canvas.captureStream(framesPerSecond).getVideoTracks()[0];
  }

  /** @param {Tile[]} tiles */
  draw(tiles) {
    this.#useVideos(tiles);
    this.#context.fillStyle = this.#colours.ground;
    this.#context.fillRect(0, 0, WIDTH, HEIGHT);
    const screens = tiles.filter(({ screen }) => screen);
    const faces = tiles.filter(({ screen }) => !screen);
    const area = { x: GAP, y: GAP, width: WIDTH - 2 * GAP, height: HEIGHT - 2 * GAP };
    const rects =
      screens.length > 0
        ? spotlight(area, screens.length, faces.length, GAP, true)
        : { large: [], small: grid(area, faces.length, GAP) };
    screens.forEach((tile, i) => this.#drawTile(tile, rects.large[i]));
    faces.forEach((tile, i) => this.#drawTile(tile, rects.small[i]));
  }

  close() {
    this.#useVideos([]);
  }

  /** Not those on the page: what it shows of a stream, and whether, is its own affair. */
  #useVideos(tiles) {
    const streams = new Set(tiles.map(({ video }) => video).filter(Boolean));
    for (const stream of streams) {
      if (!this.#videos.has(stream)) {
        const video = Object.assign(document.createElement('video'), { srcObject: stream, muted: true, playsInline: true });
        video.play().catch(() => console.debug('a picture came and went before it was recorded'));
        this.#videos.set(stream, video);
      }
    }
    for (const [stream, video] of this.#videos) {
      if (!streams.has(stream)) {
        video.srcObject = null;
        this.#videos.delete(stream);
      }
    }
  }

  #drawTile({ name, screen, video }, rect) {
    const context = this.#context;
    const { x, y, width, height } = rect;
    const element = this.#videos.get(video);
    context.save();
    context.beginPath();
    context.roundRect(x, y, width, height, Math.min(12, width / 8));
    context.clip();
    context.fillStyle = this.#colours.tile;
    context.fillRect(x, y, width, height);
    if (element?.videoWidth > 0) {
      this.#drawPicture(element, rect, screen ? Math.min : Math.max);
    } else if (!screen) {
      this.#drawInitials(name, rect);
    }
    this.#drawName(name, rect);
    context.restore();
  }

  /** @param {(...numbers: number[]) => number} fit min shows the whole picture, max fills the tile with it */
  #drawPicture(video, { x, y, width, height }, fit) {
    const scale = fit(width / video.videoWidth, height / video.videoHeight);
    const [w, h] = [video.videoWidth * scale, video.videoHeight * scale];
    this.#context.drawImage(video, x + (width - w) / 2, y + (height - h) / 2, w, h);
  }

  #drawInitials(name, { x, y, width, height }) {
    const radius = Math.min(width, height) * 0.22;
    const context = this.#context;
    context.fillStyle = `hsl(${hue(name)} 45% 34%)`;
    context.beginPath();
    context.arc(x + width / 2, y + height / 2, radius, 0, 2 * Math.PI);
    context.fill();
    this.#write(initials(name), `600 ${radius * 0.75}px ${FONT}`, 'center', x + width / 2, y + height / 2, width);
  }

  #drawName(name, { x, y, width, height }) {
    const size = width < 220 ? 13 : 18;
    const context = this.#context;
    context.font = `${size}px ${FONT}`;
    const room = width - 4 * GAP;
    const long = Math.min(context.measureText(name).width, room);
    context.fillStyle = this.#colours.plate;
    context.beginPath();
    context.roundRect(x + GAP, y + height - GAP - size * 1.6, long + 2 * GAP, size * 1.6, 6);
    context.fill();
    this.#write(name, context.font, 'left', x + 2 * GAP, y + height - GAP - size * 0.8, room);
  }

  #write(text, font, align, x, y, room) {
    Object.assign(this.#context, { font, textAlign: align, textBaseline: 'middle', fillStyle: this.#colours.text });
    this.#context.fillText(text, x, y, room);
  }
}

/** Those of the page. */
function colours() {
  const style = getComputedStyle(document.documentElement);
  const token = (name) => style.getPropertyValue(name).trim();
  return { ground: token('--stage'), tile: token('--stage-raised'), text: '#fff', plate: 'rgb(8 16 18 / 72%)' };
}
