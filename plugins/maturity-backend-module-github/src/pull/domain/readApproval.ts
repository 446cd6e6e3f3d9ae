import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Account } from '../../domain/payloads';
import { isBySomebodyElse } from '../../domain/reviewer';
import { reviewListSchema } from './restPayloads';

/** States of a review that say something; comments leave the one before. */
const DECIDES: ReadonlySet<string> = new Set([
  'APPROVED',
  'CHANGES_REQUESTED',
  'DISMISSED',
]);

/**
 * Whether somebody other than its author had approved a request when it was
 * merged, by the last review of each that said something until then.
 *
 * @remarks
 *
 * A dismissed review does not tell what it was, nor whether it was dismissed
 * before the merge or after it. Where no other review approves, that leaves it
 * unknown.
 *
 * @param payload - a page of its reviews
 * @throws ZodError for what is not as GitHub documents it
 */
export function readApproval(
  payload: unknown,
  options: { author: Account; mergedAt: EpochMs; isAll: boolean },
): boolean | undefined {
  const { author, mergedAt, isAll } = options;
  const reviews = reviewListSchema.parse(payload);
  if (!isAll) {
    // A later one of the same reviewer may be among the others.
    return undefined;
  }
  const lastOf = new Map<string, string>();
  let isUnclear = false;
  const inOrder = reviews
    .flatMap(review => {
      const { submitted_at: at } = review;
      return at !== undefined && at <= mergedAt ? [{ ...review, at }] : [];
    })
    .filter(({ state }) => DECIDES.has(state))
    .sort((a, b) => a.at - b.at);
  for (const { user, state } of inOrder) {
    const isByOther = isBySomebodyElse(user, author);
    if (user && isByOther) {
      lastOf.set(user.login.toLowerCase(), state);
    }
    isUnclear ||= isByOther === undefined && state !== 'CHANGES_REQUESTED';
  }
  const states = [...lastOf.values()];
  if (states.includes('APPROVED')) {
    return true;
  }
  return isUnclear || states.includes('DISMISSED') ? undefined : false;
}
