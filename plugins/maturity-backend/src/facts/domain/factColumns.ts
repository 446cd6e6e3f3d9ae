import type {
  FactFields,
  FactKind,
} from '@devops-scorecards/plugin-maturity-common';

/**
 * What a column holds. `time` is epoch milliseconds, `number` a binary double
 * on both databases.
 */
export type FactColumnType = 'text' | 'time' | 'integer' | 'number' | 'flag';

/** Where a field of a fact is kept. */
export interface FactColumn {
  field: string;
  column: string;
  type: FactColumnType;
}

type ColumnsOf<K extends FactKind> = Record<
  keyof FactFields[K],
  readonly [column: string, type: FactColumnType]
>;

const RUN: ColumnsOf<'run'> = {
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

const DEPLOYMENT: ColumnsOf<'deployment'> = {
  environment: ['environment', 'text'],
  tier: ['tier', 'text'],
  service: ['service', 'text'],
  version: ['version', 'text'],
  commit: ['commit', 'text'],
  artifact: ['artifact', 'text'],
  execution: ['execution', 'text'],
  startedBy: ['started_by', 'text'],
  purpose: ['purpose', 'text'],
  pipeline: ['pipeline', 'text'],
  run: ['run', 'text'],
  strategy: ['strategy', 'text'],
  provenance: ['provenance', 'text'],
  changeWindow: ['change_window', 'text'],
  repairs: ['repairs', 'text'],
  startedAt: ['started_at', 'time'],
  finishedAt: ['finished_at', 'time'],
  outcome: ['outcome', 'text'],
  url: ['url', 'text'],
};

const CHANGE: ColumnsOf<'change'> = {
  form: ['form', 'text'],
  title: ['title', 'text'],
  branch: ['branch', 'text'],
  targetBranch: ['target_branch', 'text'],
  trunk: ['trunk', 'flag'],
  author: ['author', 'text'],
  bot: ['bot', 'flag'],
  createdAt: ['created_at', 'time'],
  commits: ['commits', 'integer'],
  firstCommitAt: ['first_commit_at', 'time'],
  mergedAt: ['merged_at', 'time'],
  closedAt: ['closed_at', 'time'],
  headSha: ['head_sha', 'text'],
  mergeSha: ['merge_sha', 'text'],
  approved: ['approved', 'flag'],
  workItems: ['work_items', 'integer'],
  gates: ['gates', 'text'],
  url: ['url', 'text'],
};

const WORK_ITEM: ColumnsOf<'work-item'> = {
  form: ['form', 'text'],
  title: ['title', 'text'],
  createdAt: ['created_at', 'time'],
  acceptedAt: ['accepted_at', 'time'],
  startedAt: ['started_at', 'time'],
  dueAt: ['due_at', 'time'],
  doneAt: ['done_at', 'time'],
  releasedAt: ['released_at', 'time'],
  dropped: ['dropped', 'flag'],
  incident: ['incident', 'text'],
  url: ['url', 'text'],
};

const INCIDENT: ColumnsOf<'incident'> = {
  title: ['title', 'text'],
  severity: ['severity', 'text'],
  impact: ['impact', 'text'],
  startedAt: ['started_at', 'time'],
  detectedAt: ['detected_at', 'time'],
  detectedBy: ['detected_by', 'text'],
  acknowledgedAt: ['acknowledged_at', 'time'],
  restoredAt: ['restored_at', 'time'],
  cause: ['cause', 'text'],
  deployment: ['deployment', 'text'],
  artifact: ['artifact', 'text'],
  environment: ['environment', 'text'],
  alertKey: ['alert_key', 'text'],
  scheduled: ['scheduled', 'flag'],
  repeatOf: ['repeat_of', 'text'],
  reviewedAt: ['reviewed_at', 'time'],
  url: ['url', 'text'],
};

const ALERT: ColumnsOf<'alert'> = {
  alertKey: ['alert_key', 'text'],
  name: ['name', 'text'],
  severity: ['severity', 'text'],
  startedAt: ['started_at', 'time'],
  acknowledgedAt: ['acknowledged_at', 'time'],
  resolvedAt: ['resolved_at', 'time'],
  actionable: ['actionable', 'flag'],
  escalated: ['escalated', 'flag'],
  url: ['url', 'text'],
};

const MEASURE: ColumnsOf<'measure'> = {
  name: ['name', 'text'],
  part: ['part', 'number'],
  total: ['total', 'number'],
  value: ['value', 'number'],
  measuredAt: ['measured_at', 'time'],
  branch: ['branch', 'text'],
  trunk: ['trunk', 'flag'],
  commit: ['commit', 'text'],
  url: ['url', 'text'],
};

function listColumns(
  columns: Readonly<
    Record<string, readonly [column: string, type: FactColumnType]>
  >,
): FactColumn[] {
  return Object.entries(columns).map(([field, [column, type]]) => ({
    field,
    column,
    type,
  }));
}

/**
 * The fields of every kind in the order in which they are kept and shown. A
 * field that is missing here does not compile.
 */
export const FACT_COLUMNS: Readonly<Record<FactKind, readonly FactColumn[]>> = {
  run: listColumns(RUN),
  deployment: listColumns(DEPLOYMENT),
  change: listColumns(CHANGE),
  'work-item': listColumns(WORK_ITEM),
  incident: listColumns(INCIDENT),
  alert: listColumns(ALERT),
  measure: listColumns(MEASURE),
};
