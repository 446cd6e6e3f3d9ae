import type {
  ChangeFields,
  DeploymentFields,
  EpochMs,
  FactRecord,
  RunFields,
} from '@devops-scorecards/plugin-maturity-common';

/** What became of a fact, as pages name it. @public */
export type FactState =
  | 'success'
  | 'failure'
  | 'cancelled'
  | 'skipped'
  | 'running'
  | 'merged'
  | 'closed'
  | 'pending';

/** A fact as a list shows it. @public */
export interface FactView {
  id: string;
  at: EpochMs;
  /** Pipeline, environment or title; else the producer's own key. */
  what: string;
  /** Branch or version. */
  detail?: string;
  state: FactState;
  source: string;
  generated: boolean;
  url?: string;
}

/** Picks from a fact what a list shows of it. @public */
export function toFactView(record: FactRecord): FactView {
  const { kind, source, key, at, generated, fields } = record;
  return {
    id: `${kind} ${source} ${key}`,
    at,
    source,
    generated,
    url: fields.url,
    ...describe(record),
  };
}

function describe(record: FactRecord): {
  what: string;
  detail?: string;
  state: FactState;
} {
  const { kind, key } = record;
  switch (kind) {
    case 'run': {
      const run = record.fields as RunFields;
      return {
        what: run.pipeline ?? key,
        detail: run.branch,
        state: run.outcome ?? 'running',
      };
    }
    case 'deployment': {
      const deployment = record.fields as DeploymentFields;
      return {
        what: deployment.environment ?? key,
        detail: deployment.version,
        state: deployment.outcome ?? 'running',
      };
    }
    default: {
      const change = record.fields as ChangeFields;
      return {
        what: change.title ?? change.mergeSha?.slice(0, 12) ?? key,
        detail: change.targetBranch ?? change.branch,
        state: stateOfChange(change),
      };
    }
  }
}

function stateOfChange(change: ChangeFields): FactState {
  if (change.mergedAt !== undefined) {
    return 'merged';
  }
  return change.closedAt === undefined ? 'pending' : 'closed';
}
