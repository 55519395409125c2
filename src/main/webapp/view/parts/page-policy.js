const FEATURES = { audio: 'microphone', video: 'camera' };

/**
 * Whether the page may use microphone or camera, as far as the server that sent it and the page that embeds it have a
 * say. True where the browser does not tell.
 *
 * @param {'audio'|'video'} kind
 */
export function permitted(kind) {
  return document.featurePolicy?.allowsFeature(FEATURES[kind]) ?? true;
}
