import { t } from '../../i18n/i18n.js';

/** What the codes say with which the server ends a connection for good. */
const CLOSED = { 4409: 'refused.replaced', 4429: 'refused.floods' };

/**
 * Why one is not in the room (any more), in words.
 *
 * @param {import('../../call/call.js').Refused} refused
 */
export function refusalText({ code, message }) {
  if (code === 'room-full') {
    return t('refused.room-full');
  }
  return code === 'closed' && CLOSED[message] ? t(CLOSED[message]) : t('refused.other', { code: code === 'closed' ? message : code });
}
