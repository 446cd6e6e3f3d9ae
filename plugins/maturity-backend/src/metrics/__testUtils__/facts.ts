import {
  scorecardWindow,
  type DeploymentFields,
  type EpochMs,
  type Fact,
  type FactKind,
  type RunFields,
} from '@devops-scorecards/plugin-maturity-common';
import type {
  MetricInput,
  SourceConnection,
} from '@devops-scorecards/plugin-maturity-node';
import { DateTime } from 'luxon';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const TIME_ZONE = 'Asia/Shanghai';

/** Friday, in the early afternoon. */
export const AS_OF = at('2026-11-20T13:30:00');

/** An instant by its local time in the zone of the tests. */
export function at(local: string): EpochMs {
  const parsed = DateTime.fromISO(local, { zone: TIME_ZONE });
  if (!parsed.isValid) {
    throw new Error(`Not a time: ${local}`);
  }
  return parsed.toMillis();
}

/** A number of days of 24 hours before as-of. */
export function daysAgo(days: number): EpochMs {
  return AS_OF - days * DAY;
}

/** A successful run of the trunk, unless the fields say otherwise. */
export function run(
  key: string,
  fields: RunFields = {},
  rest: Partial<Omit<Fact<'run'>, 'kind' | 'key' | 'fields'>> = {},
): Fact<'run'> {
  return {
    kind: 'run',
    source: 'ci',
    key,
    firstSeq: 1,
    lastSeq: 1,
    generated: false,
    ...rest,
    fields: {
      pipeline: 'build',
      branch: 'main',
      trunk: true,
      outcome: 'success',
      ...fields,
    },
  };
}

/** A successful planned production deployment by a pipeline, unless the fields say otherwise. */
export function deployment(
  key: string,
  fields: DeploymentFields = {},
  rest: Partial<Omit<Fact<'deployment'>, 'kind' | 'key' | 'fields'>> = {},
): Fact<'deployment'> {
  return {
    kind: 'deployment',
    source: 'ci',
    key,
    firstSeq: 1,
    lastSeq: 1,
    generated: false,
    ...rest,
    fields: {
      environment: 'prod',
      tier: 'production',
      execution: 'pipeline',
      purpose: 'planned',
      outcome: 'success',
      ...fields,
    },
  };
}

/** A connection that was there long before any window. */
export function connection(
  fields: Partial<SourceConnection> = {},
): SourceConnection {
  return { source: 'ci', since: 0, lastSeen: AS_OF, ...fields };
}

/** What a metric is given by default: the scorecard's window, all connected. */
export function input(fields: Partial<MetricInput> = {}): MetricInput {
  return {
    facts: [],
    window: scorecardWindow(AS_OF, TIME_ZONE),
    asOf: AS_OF,
    timeZone: TIME_ZONE,
    connections: { run: connection(), deployment: connection() },
    evidenceLimit: 5,
    ...fields,
  };
}

/** `count` facts, made from their number. */
export function times<K extends FactKind>(
  count: number,
  make: (index: number) => Fact<K>,
): Fact<K>[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
