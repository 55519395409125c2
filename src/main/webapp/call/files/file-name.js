import { plainText } from '../data/plain-text.js';

/** The longest name that is kept, in UTF-16 units. */
const LONGEST = 120;

/** What would lead into another folder, hide a file, or is no letter at all. */
const UNFIT = /[\\/:*?"<>|\p{Cc}\p{Zl}\p{Zp}]/gu;

/** A file's name as somebody else has told it, fit to be shown and to be saved under; the ending stays. */
export function fileName(told) {
  const name = plainText(told).replace(UNFIT, '_').replace(/^[.\s]+/, '').trim() || 'file';
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : '';
  return name.length > LONGEST ? name.slice(0, LONGEST - ending.length - 1) + '…' + ending : name;
}
