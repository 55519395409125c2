/**
 * The height of a camera's first pictures, in pixels, and for how long, in milliseconds. Nobody knows yet what the network
 * can take: browsers drop the first of larger ones, and the first picture comes half a second later, or a whole one.
 */
const FIRST_HEIGHT = 360;
const FIRST = 1500;

/** Holds the senders of one connection to what they may spend. */
export class Encodings {
  #pc;
  #local;

  /** @type {import('../quality/budget.js').Targets|undefined} */
  #targets;
  #applying = false;
  #again = false;
  #first = true;

  /**
   * @param {RTCPeerConnection} pc
   * @param {MediaStream} local microphone and camera: what else is sent belongs to a shared screen
   */
  constructor(pc, local) {
    this.#pc = pc;
    this.#local = local;
    // A browser may have had no parameters for what was not negotiated.
    pc.addEventListener('signalingstatechange', () => pc.signalingState === 'stable' && this.apply());
    pc.addEventListener('connectionstatechange', () => pc.connectionState === 'connected' && this.#begun());
  }

  /** @param {import('../quality/budget.js').Targets} targets from now on */
  set targets(targets) {
    this.#targets = targets;
    this.apply();
  }

  /** Tells the senders, one change at a time: of two at once, browsers refuse the second. */
  async apply() {
    this.#again = true;
    if (this.#applying || !this.#targets || !this.#pc.remoteDescription) {
      return;
    }
    this.#applying = true;
    while (this.#again && this.#pc.signalingState === 'stable') {
      this.#again = false;
      await Promise.all(this.#wanted().map(([sender, wanted]) => tell(sender, wanted)));
    }
    this.#applying = false;
  }

  #begun() {
    if (this.#first) {
      setTimeout(() => {
        this.#first = false;
        this.apply();
      }, FIRST);
    }
  }

  /** @returns {[RTCRtpSender, object][]} what each of those that send something is to have */
  #wanted() {
    const face = this.#local.getTracks();
    return this.#pc
      .getSenders()
      .filter(({ track }) => track)
      .map((sender) => [sender, this.#for(sender.track, face.includes(sender.track))]);
  }

  #for(track, ofFace) {
    const { audio, camera, screen, sound } = this.#targets;
    if (track.kind === 'audio') {
      return { ...(ofFace ? audio : sound), priority: 'high', networkPriority: 'high' };
    }
    const height = this.#first ? Math.min(camera.height, FIRST_HEIGHT) : camera.height;
    return ofFace ? { ...picture({ ...camera, height }, track), priority: 'low' } : { ...screen, priority: 'medium' };
  }
}

function picture({ maxBitrate, height, maxFramerate }, track) {
  const { width: across = 0, height: upright = 0 } = track.getSettings();
  // On a phone that is held upright, the width is the smaller one.
  const scaleResolutionDownBy = Math.max(1, Math.min(across, upright) / height);
  return { maxBitrate, maxFramerate, scaleResolutionDownBy };
}

async function tell(sender, wanted) {
  const parameters = sender.getParameters();
  const [encoding] = parameters.encodings ?? [];
  if (!encoding || Object.entries(wanted).every(([name, value]) => encoding[name] === value)) {
    return;
  }
  Object.assign(encoding, wanted);
  try {
    await sender.setParameters(parameters);
  } catch (error) {
    // Changed by a negotiation meanwhile, after which they are told again; or closed.
    console.debug('a sender could not be told what it may spend', error);
  }
}
