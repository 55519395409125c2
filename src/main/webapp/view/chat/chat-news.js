import { t } from '../../i18n/i18n.js';
import { size } from './amounts.js';
import { announce } from '../parts/announce.js';

/** How much of a message is read out, in UTF-16 units. */
const SPOKEN = 300;

/** Says what comes to those who do not see it. */
export function announceChat(chat) {
  chat.addEventListener('message', ({ detail: { name, text } }) => announce(t('chat.heard', { name, text: text.slice(0, SPOKEN) })));
}

/** Says what becomes of files to those who do not see it. */
export function announceFiles(files) {
  const on = (type, text) => files.addEventListener(type, ({ detail }) => announce(text(detail)));
  on('offered', ({ from, name, size: bytes }) => t('files.heard.offered', { name: from.name, file: name, size: size(bytes) }));
  on('received', ({ name }) => t('files.heard.received', { file: name }));
  on('failed', ({ name }) => t('files.heard.failed', { file: name }));
  on('delivered', ({ name }) => t('files.heard.delivered', { file: name }));
}
