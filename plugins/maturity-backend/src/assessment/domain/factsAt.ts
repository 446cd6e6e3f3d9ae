import type {
  EpochMs,
  Fact,
  FactKind,
} from '@devops-scorecards/plugin-maturity-common';
import type { SourceConnection } from '@devops-scorecards/plugin-maturity-node';
import {
  incidentsOf,
  isToldOfIncidents,
  type AlertRule,
} from '../../metrics/domain/incidents';
import { factsAsOf } from './factsAsOf';

type Connections = Readonly<Partial<Record<FactKind, SourceConnection>>>;

/**
 * What an entity is measured from at a time: its facts as they stood then,
 * with the incidents that the rule makes of alerts.
 *
 * @remarks
 * Where alerts become incidents, the source of the alerts is the one that
 * would have told of any: silence of it is silence about incidents.
 */
export function factsAt(options: {
  facts: readonly Fact[];
  connections: Connections;
  alertRule?: AlertRule;
  asOf: EpochMs;
}): { facts: Fact[]; connections: Connections } {
  const { connections, alertRule, asOf } = options;
  const facts = incidentsOf(factsAsOf(options.facts, asOf), {
    rule: alertRule,
    connections,
    asOf,
  });
  const madeOfAlerts =
    alertRule && !isToldOfIncidents(connections)
      ? connections.alert
      : undefined;
  return {
    facts,
    connections: madeOfAlerts
      ? {
          ...connections,
          incident: {
            ...madeOfAlerts,
            since: Math.min(
              madeOfAlerts.since,
              connections.incident?.since ?? Infinity,
            ),
          },
        }
      : connections,
  };
}

/**
 * The kinds of fact to read for some metrics: incidents may be made of alerts.
 */
export function withAlerts(
  kinds: readonly FactKind[],
  alertRule: AlertRule | undefined,
): FactKind[] {
  const needsAlerts =
    alertRule && kinds.includes('incident') && !kinds.includes('alert');
  return needsAlerts ? [...kinds, 'alert'] : [...kinds];
}
