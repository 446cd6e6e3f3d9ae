import {
  type Detector,
  type EpochMs,
  said,
  type Severity,
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import { firstOf, hasOne, type Issue, onlyOne } from './issueOf';
import type { IssuePayload } from './issuePayload';
import { issueKey } from './keys';
import type { LabelMeaning, Surroundings } from './mapping';
import { leaving, takingBack } from './orderInSecond';

/** GitLab's `unknown` is what nobody has graded. */
const SEVERITIES: ReadonlyMap<string, Severity> = new Map([
  ['critical', 'critical'],
  ['high', 'major'],
  ['medium', 'minor'],
  ['low', 'minor'],
]);

/** If labels say two, the graver one. */
const GRAVEST_FIRST: readonly Severity[] = ['critical', 'major', 'minor'];

/** The user as whom GitLab makes incidents of alerts. */
const ALERT_BOT = /^alert-bot\d*$/;

/**
 * What an event says of an incident: an issue of that type, or with a label
 * that the configuration names.
 *
 * @remarks
 *
 * - It was detected when it was opened; when the impact began is not told.
 * - Monitoring detected it where GitLab made it of an alert, which its author
 *   shows; else only a label proves who did.
 * - It is restored when it is closed, as in GitLab's own time to restore. The
 *   status `Resolved` is not read: closing sets it and reopening leaves it, so
 *   it does not tell what is open.
 * - One that loses its label will not be heard of as an incident again. It ends
 *   then, unless it had ended. That it never was one is for a correction to say.
 *
 * @returns nothing for an issue that is no incident
 */
export function incidentOf(
  issue: Issue,
  host: string,
  { meaning, receivedAt }: Surroundings,
): Statement<'incident'>[] {
  const { payload, title, closedAt } = issue;
  const { object_attributes: attributes } = payload;
  const { labels } = meaning;
  const isIncident =
    isOfType(payload) || hasOne(issue.labels, labels.incidents);
  const wasIncident =
    !isIncident && hasOne(issue.labelsBefore, labels.incidents);
  if (!isIncident && !wasIncident) {
    return [];
  }
  const severity = severityOf(issue, labels);
  const detectedBy = detectorOf(issue, labels);
  const clears = [
    ...(title === undefined ? ['title'] : []),
    ...(severity === undefined ? ['severity'] : []),
    ...(detectedBy === undefined && hasOne(issue.labelsBefore, labels.detectors)
      ? ['detectedBy']
      : []),
  ];
  const statement: Statement<'incident'> = {
    kind: 'incident',
    key: issueKey(host, attributes.id),
    // All of one rank: of two that say the same the later counts.
    rank: StatementRank.Started,
    occurredAt: attributes.updated_at,
    fields: said({
      title,
      severity,
      detectedAt: attributes.created_at,
      detectedBy,
      acknowledgedAt: acknowledgedAt(payload, receivedAt),
      restoredAt: closedAt ?? (wasIncident ? attributes.updated_at : undefined),
      url: attributes.url,
    }),
    ...(clears.length > 0 && { clears }),
  };
  if (wasIncident) {
    return [leaving(statement)];
  }
  return attributes.state === 'opened'
    ? [takingBack(statement, ['restoredAt']), statement]
    : [statement];
}

/** Before GitLab told the type, only incidents could be escalated. */
function isOfType({ object_attributes: attributes }: IssuePayload): boolean {
  return attributes.type === undefined
    ? attributes.escalation_status !== undefined
    : attributes.type.toLowerCase() === 'incident';
}

/** Only incidents have a grade of their own; the label is for other issues. */
function severityOf(issue: Issue, labels: LabelMeaning): Severity | undefined {
  const { severity = '' } = issue.payload.object_attributes;
  return (
    SEVERITIES.get(severity.toLowerCase()) ??
    firstOf(issue.labels, labels.severities, GRAVEST_FIRST)
  );
}

function detectorOf(issue: Issue, labels: LabelMeaning): Detector | undefined {
  const { object_attributes: attributes, user } = issue.payload;
  const byAuthor = user?.id !== undefined && user.id === attributes.author_id;
  return byAuthor && ALERT_BOT.test(user.username ?? '')
    ? 'monitoring'
    : onlyOne(issue.labels, labels.detectors);
}

/**
 * Only the event of the change tells when. The status is kept beside the issue,
 * so the time of the issue is that of the change only where it changed, too.
 */
function acknowledgedAt(
  { changes, object_attributes: attributes }: IssuePayload,
  receivedAt: EpochMs,
): EpochMs | undefined {
  if (changes?.escalation_status?.current !== 'acknowledged') {
    return undefined;
  }
  return changes.updated_at ? attributes.updated_at : receivedAt;
}
