import type {
  EpochMs,
  IncidentRecord,
  TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';

/**
 * When incidents kept the service from being used, as one set of disjoint
 * intervals, sorted.
 *
 * @remarks
 * The same reading as that of the availability metric: only what counts; an
 * unknown impact is an outage; degraded service is none; one that is not
 * restored lasts until `until`; one that was restored before it started has no
 * duration.
 */
export function outagesOf(
  incidents: readonly IncidentRecord[],
  until: EpochMs,
): TimeWindow[] {
  const outages = incidents
    .flatMap(incident => outageOf(incident, until))
    .sort((a, b) => a.from - b.from);
  const union: TimeWindow[] = [];
  for (const outage of outages) {
    const last = union[union.length - 1];
    if (last && outage.from <= last.to) {
      last.to = Math.max(last.to, outage.to);
    } else {
      union.push({ ...outage });
    }
  }
  return union;
}

function outageOf(incident: IncidentRecord, until: EpochMs): TimeWindow[] {
  const { state, fields, flags } = incident;
  const { impact = 'outage', scheduled } = fields;
  const from = begunAt(incident);
  const to = Math.min(fields.restoredAt ?? until, until);
  return state === 'live' &&
    impact === 'outage' &&
    !scheduled &&
    !flags.includes('restored-before-start') &&
    from !== undefined &&
    from < to
    ? [{ from, to }]
    : [];
}

/** Since when it is known to have been going on: its start, else its first sign. */
export function begunAt({ fields }: IncidentRecord): EpochMs | undefined {
  return (
    fields.startedAt ??
    fields.detectedAt ??
    fields.acknowledgedAt ??
    fields.restoredAt
  );
}

/** Milliseconds that two sets of disjoint intervals share. */
export function overlapOf(
  first: readonly TimeWindow[],
  second: readonly TimeWindow[],
): number {
  let total = 0;
  for (const a of first) {
    for (const b of second) {
      total += Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
    }
  }
  return total;
}
