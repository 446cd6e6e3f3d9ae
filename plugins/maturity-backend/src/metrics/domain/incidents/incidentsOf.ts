import {
  MANUAL_SOURCE,
  type EpochMs,
  type Fact,
  type FactKind,
  type IncidentFields,
} from '@devops-scorecards/plugin-maturity-common';
import type { SourceConnection } from '@devops-scorecards/plugin-maturity-node';
import { compareFacts } from '../compareFacts';

/** Which alerts become incidents. */
export interface AlertRule {
  severity: 'critical';
  /** Milliseconds for which an alert must have been open. */
  openForMs: number;
}

/** Alerts with at most this long between them are about one incident. Milliseconds. */
export const ALERT_GAP_MS = 5 * 60_000;

const KEY_PREFIX = 'alerts:';

/** Whether an incident was made of alerts by {@link incidentsOf}. */
export function isMadeOfAlerts({ key }: Fact<'incident'>): boolean {
  return alertOfIncident(key) !== undefined;
}

/**
 * Key of the first of the alerts that an incident was made of.
 *
 * @param key - of the incident
 * @returns `undefined` for an incident that a source told of
 */
export function alertOfIncident(key: string): string | undefined {
  return key.startsWith(KEY_PREFIX) ? key.slice(KEY_PREFIX.length) : undefined;
}

/**
 * The facts of an entity with the incidents that its alerts are signs of, and
 * without announced maintenance, which is no fault.
 *
 * @remarks
 * Alerts become incidents only where no tool that tells of incidents is
 * connected: they would be told twice. An alert counts when it has the severity of the rule and
 * has been open for as long as it says. Alerts that overlap, or follow each
 * other within five minutes, are one incident, so that a storm of them is one.
 *
 * It was detected when the first of them fired, by monitoring. When the impact
 * began is unknown: alerts tell when they fired and nothing earlier. It is
 * restored when all of them are resolved, and acknowledged when the first is.
 *
 * @param facts - of one entity, in any order
 * @param options - `rule`: without one alerts stay alerts; `connections`: of the
 * entity; `asOf`: what happened later is not seen
 */
export function incidentsOf(
  facts: readonly Fact[],
  options: {
    rule: AlertRule | undefined;
    connections: Readonly<Partial<Record<FactKind, SourceConnection>>>;
    asOf: EpochMs;
  },
): Fact[] {
  const { rule, connections, asOf } = options;
  const faults = facts.filter(
    fact => fact.kind !== 'incident' || !fact.fields.scheduled,
  );
  if (!rule || isToldOfIncidents(connections) || !connections.alert) {
    return faults;
  }
  const grave = facts
    .flatMap(fact => (fact.kind === 'alert' ? firingOf(fact, asOf) : []))
    .filter(
      ({ fact, from, to }) =>
        fact.fields.severity === rule.severity &&
        Math.min(to, asOf) - from >= rule.openForMs,
    )
    .sort((a, b) => a.from - b.from || compareFacts(a.fact, b.fact));
  return [...faults, ...groupsOf(grave).map(group => incidentOf(group, asOf))];
}

/**
 * Whether a tool tells of incidents. That a person told of one says nothing of
 * those that alerts are signs of.
 */
export function isToldOfIncidents(
  connections: Readonly<Partial<Record<FactKind, SourceConnection>>>,
): boolean {
  return (
    connections.incident !== undefined &&
    connections.incident.source !== MANUAL_SOURCE
  );
}

interface Firing {
  fact: Fact<'alert'>;
  from: EpochMs;
  /** Infinite while it is not resolved. */
  to: EpochMs;
}

function firingOf(fact: Fact<'alert'>, asOf: EpochMs): Firing[] {
  const { startedAt, resolvedAt = Infinity } = fact.fields;
  return startedAt === undefined || startedAt >= asOf
    ? []
    : [
        {
          fact,
          from: startedAt,
          to: resolvedAt < asOf ? resolvedAt : Infinity,
        },
      ];
}

/** Firings in their order, split where none was on for longer than the gap. */
function groupsOf(firings: readonly Firing[]): Firing[][] {
  const groups: Firing[][] = [];
  let end = -Infinity;
  for (const firing of firings) {
    if (firing.from > end + ALERT_GAP_MS) {
      groups.push([]);
    }
    groups[groups.length - 1].push(firing);
    end = Math.max(end, firing.to);
  }
  return groups;
}

function incidentOf(group: readonly Firing[], asOf: EpochMs): Fact<'incident'> {
  const [{ fact: first, from }] = group;
  let restoredAt = -Infinity;
  let acknowledgedAt = Infinity;
  let { firstSeq, lastSeq, generated } = first;
  let corrected = false;
  for (const { fact, to } of group) {
    restoredAt = Math.max(restoredAt, to);
    acknowledgedAt = Math.min(
      acknowledgedAt,
      fact.fields.acknowledgedAt ?? Infinity,
    );
    firstSeq = Math.min(firstSeq, fact.firstSeq);
    lastSeq = Math.max(lastSeq, fact.lastSeq);
    generated ||= fact.generated;
    corrected ||= fact.corrected === true;
  }
  const { name, alertKey, url } = first.fields;
  const fields: IncidentFields = {
    ...(name === undefined ? {} : { title: name }),
    severity: 'critical',
    detectedAt: from,
    detectedBy: 'monitoring',
    ...(acknowledgedAt < asOf ? { acknowledgedAt } : {}),
    ...(restoredAt < asOf ? { restoredAt } : {}),
    ...(alertKey === undefined ? {} : { alertKey }),
    ...(url === undefined ? {} : { url }),
  };
  return {
    kind: 'incident',
    source: first.source,
    key: `${KEY_PREFIX}${first.key}`,
    firstSeq,
    lastSeq,
    generated,
    ...(corrected ? { corrected } : {}),
    fields,
  };
}
