import type {
  AlertFields,
  ChangeFields,
  DeploymentFields,
  EpochMs,
  FactRecord,
  FactReference,
  IncidentFields,
  MeasureFields,
  RunFields,
  WorkItemFields,
} from '@devops-scorecards/plugin-maturity-common';

/** What became of a fact, as pages name it. @public */
export type FactState =
  | 'success'
  | 'failure'
  | 'cancelled'
  | 'skipped'
  | 'running'
  | 'rollback-success'
  | 'rollback-failure'
  | 'rollback-cancelled'
  | 'rollback-skipped'
  | 'rollback-running'
  | 'merged'
  | 'closed'
  | 'pending'
  | 'open'
  | 'done'
  | 'released'
  | 'dropped'
  | 'restored'
  | 'lasting'
  | 'scheduled'
  | 'firing'
  | 'resolved'
  | 'recorded';

/** A fact as a list shows it. @public */
export interface FactView {
  id: string;
  at: EpochMs;
  /** Pipeline, environment or title; else the producer's own key. */
  what: string;
  /** Branch, version or what else tells it from its neighbours. */
  detail?: string;
  state: FactState;
  source: string;
  generated: boolean;
  corrected: boolean;
  /** Why it does not count, where it does not. */
  notCounted?: 'shadow' | 'excluded';
  url?: string;
}

/** Begins the key of an incident that was made of alerts. */
const MADE_OF_ALERTS = 'alerts:';

/**
 * The fact that a reference leads to. An incident made of alerts is calculated
 * and never stored: it leads to the first of its alerts.
 *
 * @public
 */
export function storedFact(fact: FactReference): FactReference {
  const { kind, source, key } = fact;
  return kind === 'incident' && key.startsWith(MADE_OF_ALERTS)
    ? { kind: 'alert', source, key: key.slice(MADE_OF_ALERTS.length) }
    : { kind, source, key };
}

/** Picks from a fact what a list shows of it. @public */
export function toFactView(record: FactRecord): FactView {
  const { kind, source, key, at, generated, fields } = record;
  return {
    id: `${kind} ${source} ${key}`,
    at,
    source,
    generated,
    corrected: record.corrected,
    notCounted: record.state === 'live' ? undefined : record.state,
    url: fields.url,
    ...describe(record),
  };
}

type Description = Pick<FactView, 'what' | 'detail' | 'state'>;

function describe(record: FactRecord): Description {
  const { kind, key, fields } = record;
  switch (kind) {
    case 'run': {
      const run = fields as RunFields;
      return {
        what: run.pipeline ?? key,
        detail: run.branch,
        state: run.outcome ?? 'running',
      };
    }
    case 'deployment': {
      const deployment = fields as DeploymentFields;
      return {
        what: deployment.environment ?? key,
        detail: deployment.version,
        state: stateOfDeployment(deployment),
      };
    }
    case 'change': {
      const change = fields as ChangeFields;
      return {
        what: change.title ?? change.mergeSha?.slice(0, 12) ?? key,
        detail: change.targetBranch ?? change.branch,
        state: stateOfChange(change),
      };
    }
    case 'work-item': {
      const item = fields as WorkItemFields;
      return {
        what: item.title ?? key,
        detail: item.title ? key : undefined,
        state: stateOfWorkItem(item),
      };
    }
    case 'incident': {
      const incident = fields as IncidentFields;
      return {
        what: incident.title ?? key,
        detail: incident.environment,
        state: stateOfIncident(incident),
      };
    }
    case 'alert': {
      const alert = fields as AlertFields;
      return {
        what: alert.name ?? alert.alertKey ?? key,
        state: alert.resolvedAt === undefined ? 'firing' : 'resolved',
      };
    }
    default: {
      const measure = fields as MeasureFields;
      return {
        what: measure.name ?? key,
        detail: readingOf(measure),
        state: 'recorded',
      };
    }
  }
}

function readingOf(measure: MeasureFields): string | undefined {
  if (measure.part !== undefined && measure.total !== undefined) {
    return `${measure.part} / ${measure.total}`;
  }
  return measure.value === undefined ? undefined : String(measure.value);
}

function stateOfDeployment(deployment: DeploymentFields): FactState {
  const state = deployment.outcome ?? 'running';
  // A rollback that succeeded is no deployment that did.
  return deployment.purpose === 'rollback' ? `rollback-${state}` : state;
}

function stateOfChange(change: ChangeFields): FactState {
  if (change.mergedAt !== undefined) {
    return 'merged';
  }
  return change.closedAt === undefined ? 'pending' : 'closed';
}

function stateOfWorkItem(item: WorkItemFields): FactState {
  if (item.dropped) {
    return 'dropped';
  }
  if (item.releasedAt !== undefined) {
    return 'released';
  }
  return item.doneAt === undefined ? 'open' : 'done';
}

function stateOfIncident(incident: IncidentFields): FactState {
  if (incident.scheduled) {
    return 'scheduled';
  }
  return incident.restoredAt === undefined ? 'lasting' : 'restored';
}
