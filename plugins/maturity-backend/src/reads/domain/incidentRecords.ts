import type {
  Calendar,
  EpochMs,
  Fact,
  FactRecord,
  IncidentRecord,
  TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import { factsAsOf } from '../../assessment/domain/factsAsOf';
import { compareText } from '../../facts/domain/compareText';
import {
  alertOfIncident,
  begunAt,
  describeIncidents,
} from '../../metrics/domain/incidents';

type Incident = Fact<'incident'>;

/** What {@link incidentRecords} puts together. */
export interface IncidentRecordsInput {
  /** Of the entity, as they stood at as-of, with incidents made of alerts. */
  facts: readonly Fact[];
  /** The incidents among them to list. */
  counted: readonly Incident[];
  /** Records of these, or of the alerts that they were made of. */
  recordsOfCounted: readonly FactRecord[];
  /** Incidents of other sources, and such as were left out. */
  uncounted: readonly FactRecord[];
  calendars: Readonly<Record<'session', Calendar>>;
  timeZone: string;
  asOf: EpochMs;
  window: TimeWindow;
}

/**
 * The incidents that began in a window, or before it and are not restored,
 * newest first.
 *
 * @param facts - as they stand at as-of
 */
export function faultsSeenIn(
  facts: readonly Fact[],
  window: TimeWindow,
): Incident[] {
  return facts
    .filter((fact): fact is Incident => fact.kind === 'incident')
    .filter(({ fields }) => {
      const at = begunAt(fields);
      return (
        at !== undefined &&
        at < window.to &&
        (at >= window.from || fields.restoredAt === undefined)
      );
    })
    .sort(byNewest(({ fields }) => begunAt(fields)!));
}

/** Records of incidents with what should be known about each, newest first. */
export function incidentRecords(input: IncidentRecordsInput): IncidentRecord[] {
  const { facts, counted, asOf, window } = input;
  const live = facts.filter((f): f is Incident => f.kind === 'incident');
  const surroundings = {
    alerts: facts.filter((f): f is Fact<'alert'> => f.kind === 'alert'),
    deployments: facts.filter(
      (f): f is Fact<'deployment'> => f.kind === 'deployment',
    ),
    calendars: input.calendars,
    timeZone: input.timeZone,
    asOf,
    window,
  };
  const others = uncountedFacts(input);
  const shadows = others.filter(({ record }) => record.state === 'shadow');

  const descriptions = new Map(
    describeIncidents({
      ...surroundings,
      incidents: live,
      shadows: shadows.map(({ fact }) => fact),
    }).map((description, index) => [live[index], description]),
  );
  const recordOf = new Map(
    input.recordsOfCounted.map(record => [identityOf(record), record]),
  );
  const listed = counted.flatMap((fact): IncidentRecord[] => {
    const description = descriptions.get(fact);
    return description
      ? [
          {
            ...toRecord(fact, recordOf.get(sourceIdentityOf(fact))),
            ...description,
          },
        ]
      : [];
  });

  const described = describeIncidents({
    ...surroundings,
    incidents: others.map(({ fact }) => fact),
    shadows: live,
  });
  const unlisted = others.map(({ fact, record }, index): IncidentRecord => {
    // What is not counted has no downtime and overlaps with nothing.
    const { downtime: _, flags, ...description } = described[index];
    return {
      ...toRecord(fact, record),
      state: record.state,
      ...description,
      flags: flags.filter(
        flag =>
          flag !== 'overlaps' &&
          (flag !== 'also-reported' || record.state === 'shadow'),
      ),
    };
  });
  return [...listed, ...unlisted].sort(byNewest(({ at }) => at));
}

function uncountedFacts({ uncounted, asOf, window }: IncidentRecordsInput) {
  return uncounted.flatMap(record => {
    const [fact] = factsAsOf([toFact(record)], asOf) as Incident[];
    return fact && !fact.fields.scheduled && faultsSeenIn([fact], window)[0]
      ? [{ fact, record }]
      : [];
  });
}

function toFact(record: FactRecord): Fact {
  const seqs = record.events.map(({ seq }) => seq);
  return {
    kind: record.kind,
    source: record.source,
    key: record.key,
    firstSeq: Math.min(...seqs, Number.MAX_SAFE_INTEGER),
    lastSeq: Math.max(...seqs, 0),
    generated: record.generated,
    corrected: record.corrected,
    fields: record.fields,
  } as Fact;
}

function toRecord(fact: Incident, record: FactRecord | undefined) {
  return {
    kind: 'incident' as const,
    source: fact.source,
    key: fact.key,
    at: begunAt(fact.fields)!,
    generated: fact.generated,
    state: 'live' as const,
    corrected: fact.corrected ?? false,
    fields: fact.fields,
    events: record?.events ?? [],
  };
}

function identityOf({
  kind,
  source,
  key,
}: Pick<FactRecord, 'kind' | 'source' | 'key'>): string {
  return JSON.stringify([kind, source, key]);
}

/** Of the fact in the database that an incident is, or was made of. */
function sourceIdentityOf(fact: Incident): string {
  const alert = alertOfIncident(fact.key);
  return identityOf(
    alert === undefined ? fact : { ...fact, kind: 'alert', key: alert },
  );
}

function byNewest<T extends { source: string; key: string }>(
  timeOf: (item: T) => EpochMs,
): (a: T, b: T) => number {
  return (a, b) =>
    timeOf(b) - timeOf(a) ||
    compareText(a.source, b.source) ||
    compareText(a.key, b.key);
}
