import {
  type IncidentFields,
  said,
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import { titleOf } from '@devops-scorecards/plugin-maturity-node';
import { endsAlert, type KnownAlert } from './KnownAlert';
import { alertKeyOf, startOf } from './mapAlert';
import { INCIDENT_SEVERITIES, type Priority } from './priorities';

/** When an alert is an incident, and what proves that monitoring raised it. */
export interface IncidentRule {
  priorities: ReadonlySet<Priority>;
  /** Beginnings of the types of integrations that are monitoring, in lower case. */
  monitoring: readonly string[];
}

/**
 * What an action says of the incident that its alert is by the rule.
 *
 * @remarks
 *
 * The incident lasts as long as the alert is open with one of the priorities.
 * When the alert is lowered below them the incident ends, for no later action
 * would tell that there was one; when it is raised again it goes on. When the
 * impact began is unknown: an alert says when it fired.
 */
export function mapIncident(
  known: KnownAlert,
  { priorities, monitoring }: IncidentRule,
): Statement<'incident'>[] {
  const { action, alert, at, source, url } = known;
  const isIncident = alert.priority && priorities.has(alert.priority);
  const wasIncident = alert.oldPriority && priorities.has(alert.oldPriority);
  const regraded = action === 'UpdatePriority';
  if (!isIncident && !(regraded && wasIncident)) {
    return [];
  }
  const ends = endsAlert(action) || !isIncident;
  const isMonitoring =
    action === 'Create' &&
    monitoring.some(start => source?.type?.toLowerCase().startsWith(start));
  const fields: IncidentFields = {
    title: titleOf(alert.message),
    severity:
      isIncident && alert.priority
        ? INCIDENT_SEVERITIES[alert.priority]
        : undefined,
    detectedAt: startOf(known),
    detectedBy: isMonitoring ? 'monitoring' : undefined,
    acknowledgedAt: action === 'Acknowledge' ? at : undefined,
    restoredAt: ends ? at : undefined,
    alertKey: alertKeyOf(known),
    url,
  };
  return [
    {
      kind: 'incident',
      key: alert.alertId,
      rank: StatementRank.Started,
      occurredAt: at,
      fields: said(fields),
      ...(regraded && !ends && !wasIncident && { clears: ['restoredAt'] }),
    },
  ];
}
