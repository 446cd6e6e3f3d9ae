import type { Account } from './payloads';

/**
 * Whether a review counts as that of somebody other than the author: neither
 * the author's own nor that of a bot, which nobody's eyes have made.
 *
 * @returns `undefined` where an account was deleted and nobody can tell
 */
export function isBySomebodyElse(
  reviewer: Account,
  author: Account,
): boolean | undefined {
  if (reviewer?.type === 'Bot') {
    return false;
  }
  if (reviewer === undefined || author === undefined) {
    return undefined;
  }
  return reviewer.login.toLowerCase() !== author.login.toLowerCase();
}
