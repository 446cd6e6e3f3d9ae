import {
  type EpochMs,
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import { type MappedPayload, numberedKey } from './mapping';
import type { ReviewPayload } from './payloads';
import { isBySomebodyElse } from './reviewer';

/**
 * The times of GitHub are whole seconds. Within one of them what takes an
 * approval back comes last, so that none is kept that may not stand.
 */
const TAKES_BACK_AFTER = 1;

/**
 * A `pull_request_review` event tells of one review, and not of the others.
 *
 * @remarks
 *
 * - Somebody else's approval is one until it is taken back.
 * - A dismissal takes it back, and so does whoever asks for changes. Whether
 *   another approval still stands is not told: then it is unknown, not false.
 * - What a review says after the merge does not count: the change is in.
 * - When a review was dismissed no member tells; the request was last changed
 *   then or before, and no earlier than the review was submitted.
 */
export function mapReview(payload: ReviewPayload): MappedPayload {
  const { pull_request: request, repository } = payload;
  const { occurredAt, says } = sayingOf(payload);
  const isLate =
    request.merged_at !== undefined && occurredAt > request.merged_at;
  return {
    subject: `${repository.full_name}/pull/${request.number}`,
    occurredAt,
    statements:
      says && !isLate
        ? [
            {
              kind: 'change',
              key: numberedKey(repository.full_name, request.number),
              rank: StatementRank.Started,
              ...says,
            },
          ]
        : [],
  };
}

type Says = Pick<Statement<'change'>, 'occurredAt' | 'fields' | 'clears'>;

function sayingOf({ action, review, pull_request: request }: ReviewPayload): {
  occurredAt: EpochMs;
  says?: Says;
} {
  const { user, state, submitted_at: submittedAt } = review;
  const isByOther = isBySomebodyElse(user, request.user);
  const reviewedAt = submittedAt ?? request.updated_at;
  if (action === 'dismissed') {
    const occurredAt = Math.max(request.updated_at, reviewedAt);
    // It may have been an approval that counted.
    return isByOther === false
      ? { occurredAt }
      : { occurredAt, says: takingBack(occurredAt) };
  }
  const occurredAt = reviewedAt;
  if (state === 'approved' && isByOther === true) {
    return { occurredAt, says: { occurredAt, fields: { approved: true } } };
  }
  if (state === 'changes_requested' && isByOther !== false) {
    return { occurredAt, says: takingBack(occurredAt) };
  }
  return { occurredAt };
}

function takingBack(occurredAt: EpochMs): Says {
  return {
    occurredAt: occurredAt + TAKES_BACK_AFTER,
    fields: {},
    clears: ['approved'],
  };
}
