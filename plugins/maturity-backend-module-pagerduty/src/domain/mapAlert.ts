import {
  type AlertFields,
  said,
  type Severity,
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import { titleOf } from '@devops-scorecards/plugin-maturity-node';
import type { PagerdutyEvent, PagerdutyIncident } from './payloads';
import { type Severities, severityOf } from './severities';
import { startOf } from './startOf';

/** Three grades each, the gravest first. */
const ALERT_SEVERITIES: Readonly<Record<Severity, AlertFields['severity']>> = {
  critical: 'critical',
  major: 'warning',
  minor: 'info',
};

/**
 * What an event says of the alert that an incident is to those on duty: it is
 * the incident, and not what PagerDuty calls an alert, that calls somebody, is
 * acknowledged and is escalated. `mapEscalation` tells the latter.
 *
 * @remarks
 *
 * As for incidents, all events have the same rank, an acknowledgement that is
 * taken back stays, and only the event type tells what happened. A merged
 * incident did call somebody, so as an alert it is like any other.
 */
export function mapAlert(options: {
  event: PagerdutyEvent;
  incident: PagerdutyIncident;
  severities: Severities;
}): Statement<'alert'> {
  const { event, incident, severities } = options;
  const { event_type: type, occurred_at: occurredAt } = event;
  const severity = severityOf(incident, severities);
  const fields: AlertFields = {
    alertKey: incident.incident_key,
    name: titleOf(incident.title),
    severity: severity && ALERT_SEVERITIES[severity],
    startedAt: startOf(event, incident),
    acknowledgedAt: type === 'incident.acknowledged' ? occurredAt : undefined,
    resolvedAt: type === 'incident.resolved' ? occurredAt : undefined,
    url: incident.html_url,
  };
  const clears = clearedBy(type, severity !== undefined);
  return {
    kind: 'alert',
    key: incident.id,
    rank: StatementRank.Started,
    occurredAt,
    fields: said(fields),
    ...(clears.length > 0 && { clears }),
  };
}

/** What is not so any more after an event. */
function clearedBy(
  type: string,
  graded: boolean,
): (keyof AlertFields & string)[] {
  if (type === 'incident.reopened') {
    return ['resolvedAt'];
  }
  return type === 'incident.priority_updated' && !graded ? ['severity'] : [];
}
