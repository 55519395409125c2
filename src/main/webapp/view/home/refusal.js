import { t } from '../../i18n/i18n.js';
import { MAX_NAME } from '../../signaling/protocol.js';

/** What the codes of errors say. */
const ERRORS = {
  'room-full': 'refused.room-full',
  invalid: 'refused.invalid',
  'too-many-rooms': 'refused.too-many-rooms',
};

/** What the codes say with which the server ends a connection for good. */
const CLOSED = {
  1008: 'refused.greeting',
  4401: 'refused.signed-out',
  4409: 'refused.replaced',
  4429: 'refused.floods',
};

/**
 * Why one is not in the room (any more), in words.
 *
 * @param {import('../../call/call.js').Refused} refused
 */
export function refusalText({ code, message }) {
  const closed = code === 'closed';
  const key = closed ? CLOSED[message] : ERRORS[code];
  return key ? t(key, { most: MAX_NAME }) : t('refused.other', { code: closed ? message : code });
}
