import {
  type IncidentFields,
  said,
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import { titleOf } from '@devops-scorecards/plugin-maturity-node';
import { isMonitoring } from './isMonitoring';
import type { PagerdutyEvent, PagerdutyIncident } from './payloads';
import { type Severities, severityOf } from './severities';
import { startOf } from './startOf';

/**
 * What an event says of the incident that it is about.
 *
 * @remarks
 *
 * - All events have the same rank, so of two that say the same the later
 *   counts. PagerDuty tries again for hours, so they come in any order.
 * - Only the event type tells what happened. `status` does not: it is
 *   `triggered` after a reopening as after a trigger.
 * - An acknowledgement that is taken back, by a person or because its time ran
 *   out, says nothing: the first one counts and stays.
 * - When the impact began is unknown: PagerDuty knows when it was told.
 */
export function mapIncident(options: {
  event: PagerdutyEvent;
  incident: PagerdutyIncident;
  severities: Severities;
}): Statement<'incident'> {
  const { event, incident, severities } = options;
  const { event_type: type, occurred_at: occurredAt } = event;
  const triggered = type === 'incident.triggered';
  const resolved = type === 'incident.resolved';
  const severity = severityOf(incident, severities);
  const fields: IncidentFields = {
    title: titleOf(incident.title),
    severity,
    detectedAt: startOf(event, incident),
    detectedBy:
      triggered && isMonitoring(event.agent) ? 'monitoring' : undefined,
    acknowledgedAt: type === 'incident.acknowledged' ? occurredAt : undefined,
    restoredAt: resolved ? occurredAt : undefined,
    alertKey: incident.incident_key,
    scheduled: resolved && isMerged(incident) ? true : undefined,
    url: incident.html_url,
  };
  const clears = clearedBy(type, severity !== undefined);
  return {
    kind: 'incident',
    key: incident.id,
    rank: StatementRank.Started,
    occurredAt,
    fields: said(fields),
    ...(clears.length > 0 && { clears }),
  };
}

/**
 * Whether an incident was resolved by merging it into another one.
 *
 * @remarks
 *
 * It is the same outage as its target and was restored by nobody, so it must
 * count nowhere. The one thing that an event may say of an incident to have it
 * left out of every metric is `scheduled`, that of announced maintenance; it is
 * shown as such. `repeatOf` would count it as a fault that came again, and
 * `impact: none` only keeps it out of the downtime.
 */
function isMerged({ resolve_reason: reason }: PagerdutyIncident): boolean {
  return /^merge/i.test(reason?.type ?? '');
}

/** What is not so any more after an event. */
function clearedBy(
  type: string,
  graded: boolean,
): (keyof IncidentFields & string)[] {
  if (type === 'incident.reopened') {
    return ['restoredAt', 'scheduled'];
  }
  return type === 'incident.priority_updated' && !graded ? ['severity'] : [];
}
