import {
  type IncidentFields,
  said,
  type Severity,
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import { titleOf } from '@devops-scorecards/plugin-maturity-node';
import { firstOf, hasOne, type IssueMeaning, onlyOne } from './issueMeaning';
import type { IssueState } from './issueState';
import { numberedKey } from './mapping';
import { leaving, opening } from './orderInSecond';
import type { IssuePayload } from './payloads';

/** If labels say two, the graver one. */
const GRAVEST_FIRST: readonly Severity[] = ['critical', 'major', 'minor'];

/**
 * An issue with a label for incidents is an incident: noticed when it was
 * opened, over when it was closed.
 *
 * @remarks
 *
 * - Since when users were affected, no issue says. Who noticed it, only a label
 *   proves: that a bot opened an issue does not make it a monitor.
 * - The label may come later than the issue: then it was an incident from the
 *   beginning.
 * - An issue that is reopened, or gets the label anew while it is open, is not
 *   restored any more. Any other event of an open issue says nothing of that:
 *   it may have happened in the second in which it was closed.
 * - An issue that loses its label, is deleted or transferred will not be heard
 *   of as an incident again. It ends then, unless it had ended. That it never
 *   was one is for a correction to say: no producer takes a fact back.
 */
export function mapIncidentIssue(
  payload: IssuePayload,
  state: IssueState,
  meaning: IssueMeaning,
): Statement<'incident'>[] {
  const { issue, repository } = payload;
  const { labels, added, removed, occurredAt } = state;
  const isIncident = hasOne(labels, meaning.incidents);
  const wasIncident =
    !isIncident && removed !== undefined && meaning.incidents.has(removed);
  if (!isIncident && !wasIncident) {
    return [];
  }
  const severity = firstOf(labels, meaning.severities, GRAVEST_FIRST);
  const detectedBy = onlyOne(labels, meaning.detectors);
  const ended =
    state.closedAt ?? (state.isGone || wasIncident ? occurredAt : undefined);
  const opensAgain =
    ended === undefined &&
    (state.wasReopened ||
      (added !== undefined && meaning.incidents.has(added)));
  const fields: IncidentFields = {
    title: titleOf(issue.title),
    severity,
    detectedAt: issue.created_at,
    detectedBy,
    restoredAt: ended,
    url: issue.html_url,
  };
  const clears = [
    ...(!severity && removed && meaning.severities.has(removed)
      ? ['severity']
      : []),
    ...(!detectedBy && hasOne(changed(state), meaning.detectors)
      ? ['detectedBy']
      : []),
  ];
  const statement: Statement<'incident'> = {
    kind: 'incident',
    key: numberedKey(repository.full_name, issue.number),
    rank: StatementRank.Started,
    occurredAt,
    fields: said(fields),
    ...(clears.length > 0 && { clears }),
  };
  return [
    ...(opensAgain ? [opening(statement, ['restoredAt'])] : []),
    wasIncident ? leaving(statement) : statement,
  ];
}

function changed({ added, removed }: IssueState): ReadonlySet<string> {
  return new Set([added, removed].filter(name => name !== undefined));
}
