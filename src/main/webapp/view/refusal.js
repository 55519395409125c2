import { t } from '../i18n/i18n.js';

/**
 * Why one is not in the room (any more), in words.
 *
 * @param {import('../call/call.js').Refused} refused
 */
export function refusalText({ code, message }) {
  switch (code) {
    case 'room-full':
      return t('refused.room-full');
    case 'closed':
      return t('refused.closed', { code: message });
    default:
      return t('refused.other', { message });
  }
}
