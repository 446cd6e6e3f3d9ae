import type {
  AlertFields,
  IncidentFields,
} from '@devops-scorecards/plugin-maturity-common';

/**
 * The types of events, and of each the field that its own time fills unless
 * the event says another.
 */
export const INCIDENT_TYPES: Readonly<
  Record<string, keyof IncidentFields | undefined>
> = {
  'incident.opened': 'detectedAt',
  'incident.updated': undefined,
  'incident.acknowledged': 'acknowledgedAt',
  'incident.restored': 'restoredAt',
  'incident.reopened': undefined,
  'incident.reviewed': 'reviewedAt',
};

/** The same of alerts. */
export const ALERT_TYPES: Readonly<Record<string, keyof AlertFields>> = {
  'alert.fired': 'startedAt',
  'alert.acknowledged': 'acknowledgedAt',
  'alert.resolved': 'resolvedAt',
};

export const EVENT_TYPES: readonly string[] = [
  ...Object.keys(INCIDENT_TYPES),
  ...Object.keys(ALERT_TYPES),
];
