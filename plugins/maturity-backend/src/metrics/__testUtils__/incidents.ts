import type {
  AlertFields,
  Fact,
  IncidentFields,
} from '@devops-scorecards/plugin-maturity-common';
import fc from 'fast-check';
import {
  AS_OF,
  daysAgo,
  deployment,
  fact,
  HOUR,
  MINUTE,
  times,
  workItem,
  type RestOfFact,
} from './facts';

/** An outage that monitoring detected, unless the fields say otherwise. */
export function incident(
  key: string,
  fields: IncidentFields = {},
  rest: RestOfFact = {},
): Fact<'incident'> {
  return fact(
    'incident',
    key,
    {
      title: key,
      severity: 'major',
      impact: 'outage',
      detectedBy: 'monitoring',
      ...fields,
    },
    rest,
  );
}

/** A critical alert, unless the fields say otherwise. */
export function alert(
  key: string,
  fields: AlertFields = {},
  rest: RestOfFact = {},
): Fact<'alert'> {
  return fact(
    'alert',
    key,
    { alertKey: key, name: key, severity: 'critical', ...fields },
    rest,
  );
}

/** From 200 days before as-of until after it; coarse, so that times coincide. */
const time = fc
  .integer({ min: -200 * 24 * 4, max: 24 * 4 })
  .map(quarters => AS_OF + quarters * 15 * MINUTE);

const delay = fc.option(
  fc.integer({ min: -2, max: 40 }).map(quarters => quarters * 15 * MINUTE),
  { nil: undefined },
);

function after(begun: number, length: number | undefined): number | undefined {
  return length === undefined ? undefined : begun + length;
}

const incidents = fc
  .record({
    id: fc.integer({ min: 0, max: 40 }),
    begun: time,
    started: fc.boolean(),
    detected: delay,
    acknowledged: delay,
    restored: delay,
    reviewed: delay,
    impact: fc.constantFrom('outage', 'outage', 'degraded', 'none', undefined),
    detectedBy: fc.constantFrom(
      'monitoring',
      'inspection',
      'user',
      'regulator',
      undefined,
    ),
    cause: fc.constantFrom('change', 'hardware', undefined, undefined),
    scheduled: fc.constantFrom(true, false, undefined, undefined),
    repeatOf: fc.constantFrom('0', undefined, undefined),
    generated: fc.boolean(),
  })
  .map(given =>
    incident(
      `${given.id}`,
      {
        startedAt: given.started ? given.begun : undefined,
        detectedAt: after(given.begun, given.detected),
        acknowledgedAt: after(given.begun, given.acknowledged),
        restoredAt: after(given.begun, given.restored),
        reviewedAt: after(given.begun + 24 * HOUR, given.reviewed),
        impact: given.impact as IncidentFields['impact'],
        detectedBy: given.detectedBy as IncidentFields['detectedBy'],
        cause: given.cause as IncidentFields['cause'],
        scheduled: given.scheduled,
        repeatOf: given.repeatOf,
      },
      { generated: given.generated },
    ),
  );

const alerts = fc
  .record({
    id: fc.integer({ min: 0, max: 40 }),
    begun: time,
    acknowledged: delay,
    resolved: delay,
    severity: fc.constantFrom('critical', 'critical', 'warning', undefined),
    actionable: fc.constantFrom(true, false, undefined),
  })
  .map(given =>
    alert(`${given.id}`, {
      startedAt: given.begun,
      acknowledgedAt: after(given.begun, given.acknowledged),
      resolvedAt: after(given.begun, given.resolved),
      severity: given.severity as AlertFields['severity'],
      actionable: given.actionable,
    }),
  );

const actions = fc
  .record({
    id: fc.integer({ min: 0, max: 20 }),
    created: time,
    due: delay,
    done: delay,
    dropped: fc.constantFrom(true, undefined, undefined),
  })
  .map(given =>
    fact('work-item', `${given.id}`, {
      form: 'action',
      createdAt: given.created,
      dueAt: after(given.created, given.due),
      doneAt: after(given.created, given.done),
      dropped: given.dropped,
    }),
  );

const deployments = fc
  .record({ id: fc.integer({ min: 0, max: 40 }), finished: time })
  .map(({ id, finished }) => deployment(`${id}`, { finishedAt: finished }));

/** Incidents, alerts, actions and deployments of one entity, each source and key once. */
export const faultHistories: fc.Arbitrary<Fact[]> = fc
  .array(
    fc.oneof(
      incidents as fc.Arbitrary<Fact>,
      incidents as fc.Arbitrary<Fact>,
      alerts as fc.Arbitrary<Fact>,
      actions as fc.Arbitrary<Fact>,
      deployments,
    ),
    { maxLength: 60 },
  )
  .map(facts => [
    ...new Map(facts.map(item => [`${item.kind} ${item.key}`, item])).values(),
  ]);

/** Facts from which each metric of incidents has a sample of a given size. */
export const incidentSamples: Record<string, (n: number) => Fact[]> = {
  'monitoring-discovery-rate': reviewed,
  'recovery-compliance-rate': reviewed,
  'time-to-detect': reviewed,
  'time-to-acknowledge': reviewed,
  'time-to-restore': reviewed,
  incidents: reviewed,
  'change-caused-incident-rate': reviewed,
  'reviewed-in-time-rate': reviewed,
  'repeat-incident-rate': reviewed,
  'action-closure-rate': n =>
    times(n, i =>
      workItem(`w${i}`, {
        form: 'action',
        dueAt: daysAgo(i + 1),
        doneAt: daysAgo(i + 2),
      }),
    ),
  availability: reviewed,
  'error-budget': reviewed,
  'reportable-outage-days': reviewed,
  'alert-precision': acknowledged,
  'alerts-acknowledged-in-time': acknowledged,
  'alerts-per-day': acknowledged,
  'pages-per-shift': acknowledged,
  'escalation-rate': acknowledged,
  'capacity-incidents': reviewed,
  'burn-rate-1h': recent,
  'burn-rate-6h': recent,
  'burn-rate-3d': recent,
};

/** Outages of half a minute, one a minute up to as-of. */
function recent(n: number): Fact[] {
  return times(n, i =>
    incident(`i${i}`, {
      startedAt: AS_OF - (i + 1) * MINUTE,
      restoredAt: AS_OF - (i + 1) * MINUTE + MINUTE / 2,
    }),
  );
}

/** Outages of ten minutes for lack of capacity, one a day. */
function reviewed(n: number): Fact[] {
  return times(n, i =>
    incident(`i${i}`, {
      startedAt: daysAgo(i + 2),
      detectedAt: daysAgo(i + 2) + MINUTE,
      acknowledgedAt: daysAgo(i + 2) + 2 * MINUTE,
      restoredAt: daysAgo(i + 2) + 10 * MINUTE,
      reviewedAt: daysAgo(i + 1),
      cause: 'capacity',
    }),
  );
}

function acknowledged(n: number): Fact[] {
  return times(n, i =>
    alert(`a${i}`, {
      startedAt: daysAgo(i + 1),
      acknowledgedAt: daysAgo(i + 1) + MINUTE,
      resolvedAt: daysAgo(i + 1) + HOUR,
      actionable: true,
      escalated: false,
    }),
  );
}
