import {
  AROUND_THE_CLOCK,
  FACT_KINDS,
  scorecardWindow,
  WEEKDAYS,
  type ChangeFields,
  type DeploymentFields,
  type EpochMs,
  type Fact,
  type FactFields,
  type FactKind,
  type MeasureFields,
  type RunFields,
  type WorkItemFields,
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

/** What facts carry beside their fields. */
export type RestOfFact = Partial<
  Pick<Fact, 'source' | 'firstSeq' | 'lastSeq' | 'generated' | 'corrected'>
>;

/** A fact of any kind. */
export function fact<K extends FactKind>(
  kind: K,
  key: string,
  fields: FactFields[K],
  rest: RestOfFact = {},
): Fact<K> {
  return {
    kind,
    source: 'ci',
    key,
    firstSeq: 1,
    lastSeq: 1,
    generated: false,
    ...rest,
    fields,
  } as Fact<K>;
}

/** A successful run of the trunk, unless the fields say otherwise. */
export function run(
  key: string,
  fields: RunFields = {},
  rest: RestOfFact = {},
): Fact<'run'> {
  return fact(
    'run',
    key,
    {
      pipeline: 'build',
      branch: 'main',
      trunk: true,
      outcome: 'success',
      ...fields,
    },
    rest,
  );
}

/** A successful planned production deployment by a pipeline, unless the fields say otherwise. */
export function deployment(
  key: string,
  fields: DeploymentFields = {},
  rest: RestOfFact = {},
): Fact<'deployment'> {
  return fact(
    'deployment',
    key,
    {
      environment: 'prod',
      tier: 'production',
      execution: 'pipeline',
      purpose: 'planned',
      outcome: 'success',
      ...fields,
    },
    rest,
  );
}

/** A change request to the trunk whose commit is named after its key. */
export function change(
  key: string,
  fields: ChangeFields = {},
  rest: RestOfFact = {},
): Fact<'change'> {
  return fact(
    'change',
    key,
    {
      form: 'request',
      trunk: true,
      bot: false,
      mergeSha: `sha-${key}`,
      ...fields,
    },
    rest,
  );
}

/** A requirement, unless the fields say otherwise. */
export function workItem(
  key: string,
  fields: WorkItemFields = {},
  rest: RestOfFact = {},
): Fact<'work-item'> {
  return fact('work-item', key, { form: 'requirement', ...fields }, rest);
}

/** A reading on the trunk. */
export function measure(
  key: string,
  fields: MeasureFields = {},
  rest: RestOfFact = {},
): Fact<'measure'> {
  return fact('measure', key, { trunk: true, ...fields }, rest);
}

/** A connection that was there long before any window. */
export function connection(
  fields: Partial<SourceConnection> = {},
): SourceConnection {
  return { source: 'ci', since: 0, lastSeen: AS_OF, ...fields };
}

/** Every kind of fact with the same connection. */
export function allConnected(
  fields: Partial<SourceConnection> = {},
): Record<FactKind, SourceConnection> {
  return Object.fromEntries(
    FACT_KINDS.map(kind => [kind, connection(fields)]),
  ) as Record<FactKind, SourceConnection>;
}

/** What a metric is given by default: the scorecard's window, all connected. */
export function input(fields: Partial<MetricInput> = {}): MetricInput {
  return {
    facts: [],
    window: scorecardWindow(AS_OF, TIME_ZONE),
    asOf: AS_OF,
    timeZone: TIME_ZONE,
    subject: {},
    calendars: { work: WEEKDAYS, session: AROUND_THE_CLOCK },
    connections: allConnected(),
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
