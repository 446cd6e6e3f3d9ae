import type {
  ChangeFields,
  DeploymentFields,
  FactKind,
  RunFields,
} from '@devops-scorecards/plugin-maturity-common';

/** What a column holds. `time` is epoch milliseconds. */
export type FactColumnType = 'text' | 'time' | 'integer' | 'flag';

/** Where a field of a fact is kept. */
export interface FactColumn {
  field: string;
  column: string;
  type: FactColumnType;
}

type ColumnsOf<Fields> = Record<
  keyof Fields,
  readonly [column: string, type: FactColumnType]
>;

const RUN: ColumnsOf<RunFields> = {
  pipeline: ['pipeline', 'text'],
  branch: ['branch', 'text'],
  trunk: ['trunk', 'flag'],
  commit: ['commit', 'text'],
  commitAt: ['commit_at', 'time'],
  attempt: ['attempt', 'integer'],
  queuedAt: ['queued_at', 'time'],
  startedAt: ['started_at', 'time'],
  finishedAt: ['finished_at', 'time'],
  outcome: ['outcome', 'text'],
  trigger: ['trigger', 'text'],
  url: ['url', 'text'],
};

const DEPLOYMENT: ColumnsOf<DeploymentFields> = {
  environment: ['environment', 'text'],
  tier: ['tier', 'text'],
  service: ['service', 'text'],
  version: ['version', 'text'],
  commit: ['commit', 'text'],
  artifact: ['artifact', 'text'],
  execution: ['execution', 'text'],
  startedBy: ['started_by', 'text'],
  purpose: ['purpose', 'text'],
  run: ['run', 'text'],
  startedAt: ['started_at', 'time'],
  finishedAt: ['finished_at', 'time'],
  outcome: ['outcome', 'text'],
  url: ['url', 'text'],
};

const CHANGE: ColumnsOf<ChangeFields> = {
  form: ['form', 'text'],
  title: ['title', 'text'],
  branch: ['branch', 'text'],
  targetBranch: ['target_branch', 'text'],
  trunk: ['trunk', 'flag'],
  author: ['author', 'text'],
  bot: ['bot', 'flag'],
  createdAt: ['created_at', 'time'],
  firstCommitAt: ['first_commit_at', 'time'],
  mergedAt: ['merged_at', 'time'],
  closedAt: ['closed_at', 'time'],
  headSha: ['head_sha', 'text'],
  mergeSha: ['merge_sha', 'text'],
  url: ['url', 'text'],
};

function listColumns<Fields>(columns: ColumnsOf<Fields>): FactColumn[] {
  return Object.entries<readonly [string, FactColumnType]>(columns).map(
    ([field, [column, type]]) => ({ field, column, type }),
  );
}

/**
 * The fields of every kind in the order in which they are kept and shown. A
 * field that is missing here does not compile.
 */
export const FACT_COLUMNS: Readonly<Record<FactKind, readonly FactColumn[]>> = {
  run: listColumns(RUN),
  deployment: listColumns(DEPLOYMENT),
  change: listColumns(CHANGE),
};
