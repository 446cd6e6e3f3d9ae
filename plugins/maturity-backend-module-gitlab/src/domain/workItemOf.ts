import {
  type EpochMs,
  said,
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import { firstOf, hasOne, type Issue } from './issueOf';
import { issueKey } from './keys';
import type { LabelMeaning, WorkItemForm } from './mapping';
import { leaving, takingBack } from './orderInSecond';
import { parseGitlabInstant } from './parseGitlabInstant';

/** An issue with labels of several is the first of these. */
const ORDER: readonly WorkItemForm[] = [
  'defect',
  'action',
  'requirement',
  'improvement',
  'task',
];

/**
 * What an event says of an issue that a configured label makes a work item.
 *
 * @remarks
 *
 * It is done when it is closed, and dropped where it was closed because it was
 * moved or is a duplicate, or where it lost its label. GitLab knows no promise
 * but the due date, which is a day: it is kept until the end of that day in UTC.
 *
 * @returns nothing for an issue without such a label
 */
export function workItemOf(
  issue: Issue,
  host: string,
  { workItems }: LabelMeaning,
): Statement<'work-item'>[] {
  const { payload, title, closedAt } = issue;
  const { object_attributes: attributes } = payload;
  const form = firstOf(issue.labels, workItems, ORDER);
  const wasItem = form === undefined && hasOne(issue.labelsBefore, workItems);
  if (form === undefined && !wasItem) {
    return [];
  }
  const dueAt = endOfDay(attributes.due_date);
  const gone =
    typeof attributes.moved_to_id === 'number' ||
    typeof attributes.duplicated_to_id === 'number';
  const isDone = closedAt !== undefined && !gone;
  const isDropped =
    (attributes.state === 'closed' && gone) || (wasItem && !isDone);
  const clears = [
    ...(title === undefined ? ['title'] : []),
    ...(dueAt === undefined ? ['dueAt'] : []),
    ...(isDone ? ['dropped'] : []),
    ...(isDropped ? ['doneAt'] : []),
  ];
  const statement: Statement<'work-item'> = {
    kind: 'work-item',
    key: issueKey(host, attributes.id),
    rank: StatementRank.Started,
    occurredAt: attributes.updated_at,
    fields: said({
      form,
      title,
      createdAt: attributes.created_at,
      dueAt,
      doneAt: isDone ? closedAt : undefined,
      dropped: isDropped || undefined,
      url: attributes.url,
    }),
    ...(clears.length > 0 && { clears }),
  };
  if (wasItem) {
    return [leaving(statement)];
  }
  return attributes.state === 'opened'
    ? [takingBack(statement, ['doneAt', 'dropped']), statement]
    : [statement];
}

function endOfDay(day: string | undefined): EpochMs | undefined {
  const read = parseGitlabInstant(`${day}T23:59:59.999Z`, 'the due date');
  return read.ok ? read.value : undefined;
}
