import {
  sessionSpans,
  type Calendar,
  type EpochMs,
  type Fact,
  type FactRecord,
  type IncidentFlag,
  type IncidentRecord,
  type TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import { observedWindow } from '../observedWindow';
import { outageOf } from './downtimeOf';
import { ALERT_GAP_MS, isMadeOfAlerts } from './incidentsOf';
import {
  begunAt,
  isImpossible,
  acknowledgementTimeOf,
  detectionTimeOf,
  restorationTimeOf,
} from './incidentTimes';
import { overlapWith } from './intervals';
import { deploymentLinker } from './linkDeployment';

/** What a list of incidents says of one beyond its fact. */
export type IncidentDescription = Omit<IncidentRecord, keyof FactRecord>;

/**
 * Describes the incidents of one entity for a list: what should be known about
 * each, its durations, its downtime, its deployment and its alerts.
 *
 * @param options - `incidents`: as they stand at as-of; `alerts`, `deployments`:
 * of the same entity; `shadows`: incidents of sources that are not the source
 * of record; `calendars`: `session` has the service hours; `window`: downtime is
 * cut to it and to as-of
 * @returns in the order of the incidents
 */
export function describeIncidents(options: {
  incidents: readonly Fact<'incident'>[];
  alerts: readonly Fact<'alert'>[];
  deployments: readonly Fact<'deployment'>[];
  shadows: readonly Fact<'incident'>[];
  calendars: Readonly<Record<'session', Calendar>>;
  timeZone: string;
  asOf: EpochMs;
  window: TimeWindow;
}): IncidentDescription[] {
  const { incidents, alerts, shadows, calendars, timeZone, asOf } = options;
  const spans = sessionSpans(
    calendars.session,
    observedWindow(options),
    timeZone,
  );
  const linkOf = deploymentLinker(options.deployments);
  const overlapping = overlappingOf(incidents);
  const alertsByKey = byAlertKey(alerts);
  const shadowsByKey = byAlertKey(shadows);
  const critical = alerts.filter(
    ({ fields }) => fields.severity === 'critical',
  );

  return incidents.map(incident => {
    const { fields } = incident;
    const life = lifeOf(incident);
    const alsoIn = <F extends Fact<'alert' | 'incident'>>(
      facts: ReadonlyMap<string, readonly F[]>,
    ) =>
      (facts.get(fields.alertKey ?? '') ?? []).filter(fact =>
        meet(life, lifeOf(fact)),
      );
    const madeOfAlerts = isMadeOfAlerts(incident);
    const impossible = isImpossible(fields);
    const outage = outageOf(fields);
    const downtime = outage ? overlapWith(spans, outage).total : 0;
    const flags: Record<IncidentFlag, boolean> = {
      'restored-before-start': impossible,
      'detected-before-start':
        fields.startedAt !== undefined &&
        fields.detectedAt !== undefined &&
        fields.detectedAt < fields.startedAt,
      overlaps: overlapping.has(incident),
      'also-reported': alsoIn(shadowsByKey).length > 0,
      'from-alerts': madeOfAlerts,
      'start-unknown': fields.startedAt === undefined,
    };
    const begun = begunAt(fields);
    return {
      flags: (Object.keys(flags) as IncidentFlag[]).filter(flag => flags[flag]),
      ...known('timeToDetect', detectionTimeOf(fields)),
      ...known('timeToAcknowledge', acknowledgementTimeOf(fields)),
      ...known('timeToRestore', restorationTimeOf(fields)),
      ...known(
        'age',
        fields.restoredAt === undefined && begun !== undefined && begun <= asOf
          ? asOf - begun
          : undefined,
      ),
      ...known('downtime', impossible ? undefined : downtime),
      ...known('deployment', linkOf(incident)),
      alerts: madeOfAlerts
        ? critical.filter(fact => isWithin(life, fact)).length
        : alsoIn(alertsByKey).length,
    };
  });
}

function known<K extends string, V>(
  name: K,
  value: V | undefined,
): { [P in K]?: V } {
  return value === undefined ? {} : ({ [name]: value } as { [P in K]: V });
}

/** From when to when a fact is known to have been going on. */
function lifeOf(fact: Fact<'alert' | 'incident'>): TimeWindow {
  const [from, to] =
    fact.kind === 'alert'
      ? [fact.fields.startedAt, fact.fields.resolvedAt]
      : [begunAt(fact.fields), fact.fields.restoredAt];
  return { from: from ?? Infinity, to: to ?? Infinity };
}

function meet(a: TimeWindow, b: TimeWindow): boolean {
  return a.from <= b.to + ALERT_GAP_MS && b.from <= a.to + ALERT_GAP_MS;
}

function isWithin(life: TimeWindow, { fields }: Fact<'alert'>): boolean {
  const { startedAt } = fields;
  return (
    startedAt !== undefined && startedAt >= life.from && startedAt <= life.to
  );
}

function byAlertKey<F extends Fact<'alert' | 'incident'>>(
  facts: readonly F[],
): Map<string, F[]> {
  const byKey = new Map<string, F[]>();
  for (const fact of facts) {
    const { alertKey } = fact.fields;
    if (alertKey) {
      const same = byKey.get(alertKey);
      if (same) {
        same.push(fact);
      } else {
        byKey.set(alertKey, [fact]);
      }
    }
  }
  return byKey;
}

/** The incidents whose outage overlaps that of another. */
function overlappingOf(
  incidents: readonly Fact<'incident'>[],
): Set<Fact<'incident'>> {
  const outages = incidents
    .flatMap(incident => {
      const outage = outageOf(incident.fields);
      return outage && outage.from < outage.to ? [{ incident, outage }] : [];
    })
    .sort((a, b) => a.outage.from - b.outage.from);
  const overlapping = new Set<Fact<'incident'>>();
  let longest: (typeof outages)[number] | undefined;
  for (const current of outages) {
    if (longest && current.outage.from < longest.outage.to) {
      overlapping.add(longest.incident).add(current.incident);
    }
    if (!longest || current.outage.to > longest.outage.to) {
      longest = current;
    }
  }
  return overlapping;
}
