import { Call } from './call/call.js';
import { Chat } from './call/data/chat.js';
import { Reactions } from './call/data/reactions.js';
import { Files } from './call/files/files.js';
import { MutedSpeech } from './call/media/muted-speech.js';
import { ScreenShare } from './call/media/screen-share.js';
import { Adaptation } from './call/quality/adaptation.js';
import { Quality } from './call/quality/quality.js';
import { Reports } from './call/quality/reports.js';
import { Speakers } from './call/quality/speakers.js';
import { Recording } from './call/recording.js';
import { t } from './i18n/i18n.js';
import { announceChat, announceFiles } from './view/chat/chat-news.js';
import { announce } from './view/parts/announce.js';
import { WakeLock } from './view/parts/wake-lock.js';
import { record } from './view/recording/recorder.js';
import { NAMES } from './view/stage/reactions.js';
import { newWarning } from './view/stage/warnings.js';

/**
 * What there is during a call, each under its name in the model. What has an `end` is to be ended with the call.
 *
 * @param {object} model
 * @param {import('./signaling/channel.js').Channel} channel
 * @param {() => void} update shows the model
 */
export function features(model, channel, update) {
  const { media } = model;
  const screen = new ScreenShare();
  const call = new Call(channel, media, screen, model.room);
  const adaptation = new Adaptation(call, media, model.low);
  const reactions = new Reactions(call.data);
  const chat = new Chat(call.data);
  const files = new Files(call);
  const mutedSpeech = new MutedSpeech(media);
  const recording = new Recording(call, () => record(model));
  const quality = new Quality(call.remotes, media);
  const speakers = new Speakers(call.remotes, media);
  // Lives on the events of the others, and ends with them.
  new Reports(call, quality, channel);
  quality.addEventListener('busy', () => adaptation.relieve());
  screen.addEventListener('change', () => (adaptation.sharing = screen.on));
  call.addEventListener('joined', update);
  const all = { call, adaptation, quality, speakers, screen, reactions, chat, files, mutedSpeech, recording };
  Object.values(all).forEach((feature) => feature.addEventListener('change', update));
  sayAloud(all);
  return { ...all, wakeLock: new WakeLock() };
}

/** Tells those who cannot see it what happens. */
function sayAloud({ call, quality, reactions, chat, files, mutedSpeech, recording }) {
  const on = (feature, type, text) => feature.addEventListener(type, ({ detail }) => announce(text(detail)));
  on(call, 'came', ({ name }) => t('stage.came', { name }));
  on(call, 'went', ({ name }) => t('stage.went', { name }));
  on(call, 'raised', ({ name }) => t('hand.raised', { name }));
  on(call, 'shares', ({ name, state }) => t(state.screen ? 'screen.began' : 'screen.ended', { name }));
  on(reactions, 'reaction', ({ from, reaction }) => t('reactions.shown', { name: from.name, reaction: t(NAMES[reaction]) }));
  on(recording, 'began', (remote) => (remote ? t('recording.began', remote) : t('recording.own-began')));
  on(recording, 'ended', (remote) => (remote ? t('recording.ended', remote) : t('recording.own-ended')));
  on(recording, 'saved', () => t('recording.saved'));
  announceChat(chat);
  announceFiles(files);
  quality.addEventListener('change', () => newWarning(quality, announce));
  mutedSpeech.addEventListener('change', () => mutedSpeech.noticed && announce(t('hint.muted')));
}
