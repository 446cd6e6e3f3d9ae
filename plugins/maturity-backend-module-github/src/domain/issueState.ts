import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { IssuePayload } from './payloads';

/** What an `issues` event tells, whatever is made of it. */
export interface IssueState {
  /** In lower case, as they are after the event. */
  labels: ReadonlySet<string>;
  /** The label that was added or taken away, in lower case. */
  added?: string;
  removed?: string;
  /** When what the event says came about. */
  occurredAt: EpochMs;
  /** When it was closed, of a closed one. */
  closedAt?: EpochMs;
  /** It was closed and nothing was done: not planned, or a duplicate. */
  isDropped: boolean;
  wasReopened: boolean;
  /** It is not in this repository any more: deleted or transferred. */
  isGone: boolean;
}

const GONE = new Set(['deleted', 'transferred']);
const DROPPED = new Set(['not_planned', 'duplicate']);

/**
 * Reads an `issues` event, which shows the whole issue, whatever the action.
 *
 * @remarks
 *
 * - Labels are those of the issue and the one that the event is about, because
 *   payloads of `unlabeled` are found that still list the label.
 * - An open issue may bear the time at which it was closed before.
 * - No payload tells when an issue was deleted or transferred.
 */
export function issueState(
  { action, issue, label }: IssuePayload,
  receivedAt: EpochMs,
): IssueState {
  const labels = new Set(issue.labels.map(({ name }) => name.toLowerCase()));
  const name = label?.name.toLowerCase();
  const added = action === 'labeled' ? name : undefined;
  const removed = action === 'unlabeled' ? name : undefined;
  if (added) {
    labels.add(added);
  }
  if (removed) {
    labels.delete(removed);
  }
  const isClosed = issue.state === 'closed';
  const isGone = GONE.has(action);
  return {
    labels,
    added,
    removed,
    occurredAt: isGone
      ? Math.max(receivedAt, issue.updated_at)
      : issue.updated_at,
    closedAt: isClosed ? issue.closed_at ?? issue.updated_at : undefined,
    isDropped: isClosed && DROPPED.has(issue.state_reason ?? ''),
    wasReopened: action === 'reopened' && !isClosed,
    isGone,
  };
}
