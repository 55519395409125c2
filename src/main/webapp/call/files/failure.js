/**
 * Why a file did not arrive:
 * - `gone`: the other has left;
 * - `interrupted`: the connection was replaced;
 * - `unreadable`: the sender cannot read it (any more);
 * - `corrupt`: what arrived is not what was sent;
 * - `rules`: the other does not keep to the rules, such as the size that it has told;
 * - `no-space`, `storage`: the receiver's disk is full, or will not take it;
 * - `too-large`: the receiver's browser has nothing but memory for it.
 *
 * @typedef {'gone'|'interrupted'|'unreadable'|'corrupt'|'rules'|'no-space'|'storage'|'too-large'} Problem
 */

const TOLD = ['unreadable', 'corrupt', 'rules', 'no-space', 'storage', 'too-large'];

/** What the other side has told, if it is a problem that there is. @returns {Problem} */
export function problemIn(told) {
  return TOLD.includes(told) ? told : 'rules';
}

/** A transfer has failed. */
export class Failure extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(problem);
    this.problem = problem;
  }
}
