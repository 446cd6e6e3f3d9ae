import type {
  EpochMs,
  IncidentFields,
} from '@devops-scorecards/plugin-maturity-common';

/*
 * Durations of an incident. Each is absent where a time is unknown or where the
 * order is impossible: clocks that disagree make no duration, not even 0.
 */

/**
 * When an incident is known to have been going on: its start, else the first
 * sign of it. It counts in the window of this instant. It may be acknowledged
 * after it was over.
 */
export function begunAt(fields: IncidentFields): EpochMs | undefined {
  const { startedAt, detectedAt, acknowledgedAt, restoredAt } = fields;
  const heardOf = [acknowledgedAt, restoredAt].filter(at => at !== undefined);
  return (
    startedAt ??
    detectedAt ??
    (heardOf.length > 0 ? Math.min(...heardOf) : undefined)
  );
}

/**
 * Whether it was restored before it started. One of its times is wrong and
 * nobody knows which, so it has no duration of any kind.
 */
export function isImpossible(fields: IncidentFields): boolean {
  const { restoredAt } = fields;
  return restoredAt !== undefined && restoredAt < begunAt(fields)!;
}

/** Start to detection. Unknown without a start: detection never stands in for it. */
export function detectionTimeOf(fields: IncidentFields): number | undefined {
  return isImpossible(fields)
    ? undefined
    : between(fields.startedAt, fields.detectedAt);
}

/** Detection to first acknowledgement. */
export function acknowledgementTimeOf(
  fields: IncidentFields,
): number | undefined {
  return isImpossible(fields)
    ? undefined
    : between(fields.detectedAt, fields.acknowledgedAt);
}

/** Start, or detection where the start is unknown, to restoration. */
export function restorationTimeOf(fields: IncidentFields): number | undefined {
  return between(fields.startedAt ?? fields.detectedAt, fields.restoredAt);
}

function between(
  from: EpochMs | undefined,
  to: EpochMs | undefined,
): number | undefined {
  return from === undefined || to === undefined || to < from
    ? undefined
    : to - from;
}
