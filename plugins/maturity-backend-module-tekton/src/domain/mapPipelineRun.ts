import {
  type Alias,
  type DeploymentFields,
  type EpochMs,
  type Outcome,
  type RunFields,
  said,
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import type { MappingContext } from '@devops-scorecards/plugin-maturity-node';
import { annotationOf, PIPELINES_AS_CODE } from './annotationOf';
import { namesOfRun } from './namesOfRun';
import { originOfRun } from './originOfRun';
import type { PipelineRun } from './pipelineRunSchema';

/** What is made of one event about a `PipelineRun`. */
export interface MappedRun {
  subject: string;
  occurredAt: EpochMs;
  entityRef?: string;
  aliases: Alias[];
  statements: Statement[];
}

type Times = Pick<
  RunFields,
  'queuedAt' | 'startedAt' | 'finishedAt' | 'outcome'
>;

/**
 * An event shows the whole run, so its type is not asked: the run says how far
 * it is. One that has an environment is a deployment as well.
 *
 * @remarks
 *
 * What is said came about when the condition of the run became what it is.
 * Tekton sends an event anew when its controller was started anew, and that
 * says the same of the same time.
 *
 * @param run - of the event
 * @param options - `trunk`: branches that are trunks; `sentAt`: stands in where
 *   the run tells no time
 */
export function mapPipelineRun(
  run: PipelineRun,
  options: {
    trunk: ReadonlySet<string>;
    context: MappingContext;
    sentAt: EpochMs;
  },
): MappedRun {
  const { trunk, context, sentAt } = options;
  const { uid, name, namespace, creationTimestamp } = run.metadata;
  const condition = conditionOf(run);
  const occurredAt = condition?.lastTransitionTime ?? sentAt;
  const rank = rankOf(run);
  const { pipeline, entityRef, aliases } = namesOfRun(run);
  const {
    startedBy,
    branch,
    trunk: isTrunk,
    commit,
    trigger,
  } = originOfRun(run, trunk);
  const url = urlOf(run);
  const times: Times = {
    queuedAt: creationTimestamp,
    startedAt:
      rank >= StatementRank.Started ? run.status?.startTime : undefined,
    ...(rank === StatementRank.Finished
      ? {
          finishedAt: run.status?.completionTime ?? occurredAt,
          outcome: outcomeOf(condition?.status, condition?.reason),
        }
      : {}),
  };
  const { queuedAt, ...executed } = times;
  const common = { key: uid, rank, occurredAt };
  const fields: RunFields = {
    pipeline,
    branch,
    trunk: isTrunk,
    commit,
    trigger,
    ...times,
    url,
  };
  const environment = annotationOf(run, 'devops-scorecards.io/environment');
  const deployment: DeploymentFields = {
    environment,
    tier: context.tierOf(environment),
    commit,
    execution: 'pipeline',
    startedBy,
    pipeline,
    run: uid,
    ...executed,
    url,
  };
  return {
    subject: `${namespace}/${name}`,
    occurredAt,
    entityRef,
    aliases,
    statements: [
      { ...common, kind: 'run', fields: said(fields) },
      ...(environment === undefined
        ? []
        : [
            {
              ...common,
              kind: 'deployment' as const,
              fields: said(deployment),
            },
          ]),
    ],
  };
}

function conditionOf({ status }: PipelineRun) {
  return status?.conditions?.find(({ type }) => type === 'Succeeded');
}

/** A run that is held back (`PipelineRunPending`) has no time of its start. */
function rankOf(run: PipelineRun): StatementRank {
  const status = conditionOf(run)?.status;
  if (status === 'True' || status === 'False') {
    return StatementRank.Finished;
  }
  return run.status?.startTime === undefined
    ? StatementRank.Queued
    : StatementRank.Started;
}

/** Reasons of a run that somebody took back, of `v1` and before. */
const CANCELLED = new Set(['Cancelled', 'PipelineRunCancelled']);

/** A timeout, and a pipeline that could not even begin, are failures. */
function outcomeOf(
  status: string | undefined,
  reason: string | undefined,
): Outcome {
  if (status === 'True') {
    return 'success';
  }
  return CANCELLED.has(reason ?? '') ? 'cancelled' : 'failure';
}

/** Only Pipelines as Code says where to look at a run. */
function urlOf(run: PipelineRun): string | undefined {
  const url = annotationOf(run, `${PIPELINES_AS_CODE}/log-url`);
  return url && /^https?:\/\//i.test(url) ? url : undefined;
}
