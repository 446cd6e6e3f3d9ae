import { z } from 'zod';
import {
  instant,
  outcome,
  severity,
  word,
} from '../../ingest/cdevents/domain/memberSchemas';
import { artifactOf } from '../../ingest/cdevents/domain/artifactOf';
import { titleOf } from '../../ingest/cdevents/domain/contentTexts';
import {
  countCell,
  decimalCell,
  flagCell,
} from '../../ingest/domain/cellSchemas';

const text = z.string();
const title = z.string().transform(titleOf);
const artifact = z.string().transform(artifactOf);
const attempt = countCell.pipe(z.number().min(1, 'must be at least 1'));

/** What rows of every kind may say. */
export const COMMON_COLUMNS = {
  id: text.max(300, 'must have at most 300 characters').optional(),
  origin: text
    .regex(/^\S+$/, 'must be a URI reference without white space')
    .default('/history'),
  entityref: text.optional(),
  repository: text.optional(),
  service: text.optional(),
  pipeline: text.optional(),
  url: text.optional(),
};

/** What rows of each kind may say beside that. */
export const KIND_COLUMNS = {
  run: {
    branch: text.optional(),
    trunk: flagCell.optional(),
    commit: text.optional(),
    commitAt: instant.optional(),
    attempt: attempt.optional(),
    queuedAt: instant.optional(),
    startedAt: instant.optional(),
    finishedAt: instant.optional(),
    outcome: outcome.optional(),
    trigger: word(['push', 'change', 'schedule', 'manual', 'other']).optional(),
  },
  deployment: {
    environment: z.string('is missing: name what was deployed to'),
    version: text.optional(),
    commit: text.optional(),
    artifact: artifact.optional(),
    execution: word(['pipeline', 'manual']).optional(),
    startedBy: word(['person', 'machine']).optional(),
    purpose: word(['planned', 'hotfix', 'rollback']).optional(),
    run: text.optional(),
    attempt: attempt.optional(),
    strategy: word([
      'all-at-once',
      'rolling',
      'canary',
      'blue-green',
    ]).optional(),
    provenance: word(['verified', 'unverified']).optional(),
    changeWindow: word(['inside', 'outside']).optional(),
    repairs: text.optional(),
    startedAt: instant.optional(),
    finishedAt: instant.optional(),
    outcome: outcome.optional(),
  },
  change: {
    form: z
      .string('is missing: say request of a pull request, else push')
      .toLowerCase()
      .pipe(z.enum(['request', 'push'], 'must be request or push')),
    title: title.optional(),
    branch: text.optional(),
    targetBranch: text.optional(),
    trunk: flagCell.optional(),
    author: text.optional(),
    bot: flagCell.optional(),
    commits: countCell.optional(),
    firstCommitAt: instant.optional(),
    createdAt: instant.optional(),
    mergedAt: instant.optional(),
    closedAt: instant.optional(),
    headSha: text.optional(),
    mergeSha: text.optional(),
    approved: flagCell.optional(),
    workItems: countCell.optional(),
    gates: word(['passed', 'failed', 'bypassed']).optional(),
  },
  'work-item': {
    form: word(['requirement', 'defect', 'task', 'action']).optional(),
    title: title.optional(),
    createdAt: instant.optional(),
    acceptedAt: instant.optional(),
    startedAt: instant.optional(),
    dueAt: instant.optional(),
    doneAt: instant.optional(),
    releasedAt: instant.optional(),
    dropped: flagCell.optional(),
    incident: text.optional(),
  },
  incident: {
    title: title.optional(),
    severity: severity.optional(),
    impact: word(['outage', 'degraded', 'none']).optional(),
    startedAt: instant.optional(),
    detectedAt: instant.optional(),
    detectedBy: word([
      'monitoring',
      'inspection',
      'user',
      'regulator',
    ]).optional(),
    acknowledgedAt: instant.optional(),
    restoredAt: instant.optional(),
    reviewedAt: instant.optional(),
    cause: word([
      'change',
      'capacity',
      'dependency',
      'hardware',
      'other',
    ]).optional(),
    deployment: text.optional(),
    artifact: artifact.optional(),
    environment: text.optional(),
    alertKey: text.optional(),
    scheduled: flagCell.optional(),
    repeatOf: text.optional(),
  },
  alert: {
    name: text.optional(),
    severity: word(['critical', 'warning', 'info']).optional(),
    startedAt: instant,
    acknowledgedAt: instant.optional(),
    resolvedAt: instant.optional(),
    actionable: flagCell.optional(),
    escalated: flagCell.optional(),
  },
  measure: {
    name: z.string('is missing: say what was read'),
    part: decimalCell.optional(),
    total: decimalCell.optional(),
    value: decimalCell.optional(),
    measuredAt: instant.optional(),
    branch: text.optional(),
    trunk: flagCell.optional(),
    commit: text.optional(),
  },
};

/** A kind of fact that a row may tell of. */
export type HistoryKind = keyof typeof KIND_COLUMNS;

export const HISTORY_KINDS = Object.keys(KIND_COLUMNS) as HistoryKind[];

/** Every column that a table may have. */
export const HISTORY_COLUMNS: readonly string[] = [
  ...new Set([
    'kind',
    ...Object.keys(COMMON_COLUMNS),
    ...Object.values(KIND_COLUMNS).flatMap(columns => Object.keys(columns)),
  ]),
];

/** The cells of a row of one kind, by their columns. */
export const ROW_SCHEMAS = {
  run: z.strictObject({ ...COMMON_COLUMNS, ...KIND_COLUMNS.run }),
  deployment: z.strictObject({ ...COMMON_COLUMNS, ...KIND_COLUMNS.deployment }),
  change: z.strictObject({ ...COMMON_COLUMNS, ...KIND_COLUMNS.change }),
  'work-item': z.strictObject({
    ...COMMON_COLUMNS,
    ...KIND_COLUMNS['work-item'],
  }),
  incident: z.strictObject({ ...COMMON_COLUMNS, ...KIND_COLUMNS.incident }),
  alert: z.strictObject({ ...COMMON_COLUMNS, ...KIND_COLUMNS.alert }),
  measure: z.strictObject({ ...COMMON_COLUMNS, ...KIND_COLUMNS.measure }),
} satisfies Record<HistoryKind, z.ZodObject>;

/** A row of one kind as it was read. */
export type HistoryRow<K extends HistoryKind> = z.output<
  (typeof ROW_SCHEMAS)[K]
>;
