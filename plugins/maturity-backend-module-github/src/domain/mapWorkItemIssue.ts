import {
  said,
  type Statement,
  StatementRank,
  type WorkItemFields,
} from '@devops-scorecards/plugin-maturity-common';
import { titleOf } from '@devops-scorecards/plugin-maturity-node';
import { firstOf, type IssueMeaning } from './issueMeaning';
import type { IssueState } from './issueState';
import { numberedKey } from './mapping';
import { leaving, opening } from './orderInSecond';
import type { IssuePayload } from './payloads';

/** An issue that is labelled as both is something to be repaired. */
const ORDER: readonly WorkItemFields['form'][] = ['defect', 'requirement'];

/**
 * An issue with a label for requirements or defects is a work item.
 *
 * @remarks
 *
 * - It is done when it is closed, and dropped when it is closed as not planned
 *   or as a duplicate, or will not be heard of again: it lost its label, was
 *   deleted or transferred.
 * - When work on it was promised or begun, no issue says.
 */
export function mapWorkItemIssue(
  payload: IssuePayload,
  state: IssueState,
  meaning: IssueMeaning,
): Statement<'work-item'>[] {
  const { issue, repository } = payload;
  const { labels, added, removed, closedAt, occurredAt } = state;
  const form = firstOf(labels, meaning.workItems, ORDER);
  const wasItem =
    form === undefined &&
    removed !== undefined &&
    meaning.workItems.has(removed);
  if (form === undefined && !wasItem) {
    return [];
  }
  const isDone = closedAt !== undefined && !state.isDropped;
  const isDropped = state.isDropped || (!isDone && (state.isGone || wasItem));
  const opensAgain =
    !isDone &&
    !isDropped &&
    (state.wasReopened ||
      (added !== undefined && meaning.workItems.has(added)));
  const fields: WorkItemFields = {
    form,
    title: titleOf(issue.title),
    createdAt: issue.created_at,
    doneAt: isDone ? closedAt : undefined,
    dropped: isDropped || undefined,
    url: issue.html_url,
  };
  const statement: Statement<'work-item'> = {
    kind: 'work-item',
    key: numberedKey(repository.full_name, issue.number),
    rank: StatementRank.Started,
    occurredAt,
    fields: said(fields),
    ...(isDone && { clears: ['dropped'] }),
    ...(isDropped && { clears: ['doneAt'] }),
  };
  return [
    ...(opensAgain ? [opening(statement, ['doneAt', 'dropped'])] : []),
    wasItem ? leaving(statement) : statement,
  ];
}
