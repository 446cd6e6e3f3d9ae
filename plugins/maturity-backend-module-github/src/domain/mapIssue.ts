import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { IssueMeaning } from './issueMeaning';
import { issueState } from './issueState';
import { mapIncidentIssue } from './mapIncidentIssue';
import type { MappedPayload } from './mapping';
import { mapWorkItemIssue } from './mapWorkItemIssue';
import type { IssuePayload } from './payloads';

/**
 * An `issues` event is what its labels say: an incident, a work item, both or
 * nothing.
 */
export function mapIssue(
  payload: IssuePayload,
  options: { meaning: IssueMeaning; receivedAt: EpochMs },
): MappedPayload {
  const { issue, repository } = payload;
  const state = issueState(payload, options.receivedAt);
  return {
    subject: `${repository.full_name}/issues/${issue.number}`,
    occurredAt: state.occurredAt,
    statements: [
      ...mapIncidentIssue(payload, state, options.meaning),
      ...mapWorkItemIssue(payload, state, options.meaning),
    ],
  };
}
