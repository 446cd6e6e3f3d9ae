import type { IncidentRecord } from '@devops-scorecards/plugin-maturity-common';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** 20 November 2026, 12:00 in Shanghai, a Friday. */
export const AS_OF = Date.UTC(2026, 10, 20, 4);

/** 19 November 2026, 10:00 in Shanghai. */
export const YESTERDAY = AS_OF - DAY - 120 * MINUTE;

/** An outage of yesterday morning that lasted for 20 minutes. */
export function incidentFixture(
  part: Partial<IncidentRecord> = {},
): IncidentRecord {
  return {
    kind: 'incident',
    source: 'pager',
    key: 'pager INC-1',
    at: YESTERDAY,
    generated: false,
    state: 'live',
    corrected: false,
    flags: [],
    timeToDetect: 2 * MINUTE,
    timeToAcknowledge: 3 * MINUTE,
    timeToRestore: 20 * MINUTE,
    downtime: 20 * MINUTE,
    deployment: { key: 'deploy-18', link: 'time' },
    alerts: 2,
    fields: {
      title: 'Orders are refused',
      severity: 'critical',
      impact: 'outage',
      startedAt: YESTERDAY,
      detectedAt: YESTERDAY + 2 * MINUTE,
      detectedBy: 'monitoring',
      acknowledgedAt: YESTERDAY + 5 * MINUTE,
      restoredAt: YESTERDAY + 20 * MINUTE,
      cause: 'change',
    },
    events: [
      {
        seq: 7,
        id: 'event-7',
        type: 'dev.cdeventsx.scorecards-incident.opened.0.1.0',
        occurredAt: YESTERDAY,
      },
    ],
    ...part,
  };
}

/** One of a user, open for an hour and of unknown severity. */
export function openIncidentFixture(
  part: Partial<IncidentRecord> = {},
): IncidentRecord {
  const startedAt = AS_OF - 60 * MINUTE;
  return incidentFixture({
    key: 'pager INC-2',
    at: startedAt,
    age: 60 * MINUTE,
    timeToDetect: undefined,
    timeToAcknowledge: undefined,
    timeToRestore: undefined,
    downtime: undefined,
    deployment: undefined,
    alerts: 0,
    flags: ['overlaps'],
    fields: {
      title: 'Quotes are late',
      impact: 'degraded',
      startedAt,
      detectedBy: 'user',
    },
    ...part,
  });
}
