import type {
  EpochMs,
  Statement,
} from '@devops-scorecards/plugin-maturity-common';
import type { MergeRequestPayload } from './changePayloads';
import { isBot } from './isBot';
import type { UserPayload } from './parts';

/** One approves, or the last that was needed does. */
const APPROVES: ReadonlySet<string> = new Set(['approval', 'approved']);

/** Taken back by one, or by GitLab because commits were added. */
const TAKES_BACK: ReadonlySet<string> = new Set(['unapproval', 'unapproved']);

/** What a reviewer's state is while an approval of theirs stands. */
const APPROVED = 'approved';

/**
 * GitLab sends its events side by side: of an approval that was taken back at
 * once it may be heard after that. What takes back has the last word for as long
 * as GitLab waits for an answer. Milliseconds.
 */
const TAKES_BACK_AFTER_MS = 10_000;

/** What an event says of approvals, and when. */
export type SaidOfApproval = Pick<
  Statement<'change'>,
  'occurredAt' | 'fields' | 'clears'
>;

/**
 * Somebody else's approval of an open request, or that one was taken back: then
 * it is not known whether another one stands.
 *
 * @remarks
 *
 * - An approval does not move the time of the request, so it counts when it was
 *   heard of.
 * - One that is taken back by a review, which asks for changes or is asked for
 *   again, is told by the state of the reviewer alone.
 *
 * @returns `undefined` where it says nothing of them
 */
export function approvalTold(
  payload: MergeRequestPayload,
  receivedAt: EpochMs,
): SaidOfApproval | undefined {
  const { object_attributes: request, user } = payload;
  const { action = '', state, author_id: author } = request;
  if (state !== 'opened') {
    return undefined;
  }
  if (APPROVES.has(action)) {
    return isSomebodyElse(user, author)
      ? { occurredAt: receivedAt, fields: { approved: true } }
      : undefined;
  }
  return TAKES_BACK.has(action) || hasReviewerTakenBack(payload)
    ? {
        occurredAt: receivedAt + TAKES_BACK_AFTER_MS,
        fields: {},
        clears: ['approved'],
      }
    : undefined;
}

/**
 * Whether a request shows that an approval of somebody else stands, by the
 * states of its reviewers.
 *
 * @returns `undefined` where none of them shows it: older versions tell no
 * states, and who approves need not be a reviewer
 */
export function approvedByReviewer({
  object_attributes: { author_id: author },
  reviewers = [],
}: MergeRequestPayload): true | undefined {
  const stands = reviewers.some(
    reviewer => reviewer.state === APPROVED && isSomebodyElse(reviewer, author),
  );
  return stands || undefined;
}

/** Neither the author nor a bot, which nobody's eyes have made. */
function isSomebodyElse(
  user: UserPayload,
  author: number | undefined,
): boolean {
  return (
    user?.id !== undefined &&
    author !== undefined &&
    user.id !== author &&
    !isBot(user.username)
  );
}

function hasReviewerTakenBack({ changes }: MergeRequestPayload): boolean {
  const { previous = [], current = [] } = changes?.reviewers ?? {};
  return previous.some(
    ({ id, state }) =>
      state === APPROVED &&
      current.some(
        now =>
          now.id === id && now.state !== undefined && now.state !== APPROVED,
      ),
  );
}
