import {
  type EpochMs,
  type RunFields,
  said,
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import type { MappingContext } from '@devops-scorecards/plugin-maturity-node';
import { deploymentsOfPipeline } from './deploymentsOfPipeline';
import { isTrunk } from './isTrunk';
import { pipelineName, runKey } from './keys';
import type { MappedPayload } from './mapping';
import type { PipelinePayload } from './pipelinePayloads';
import { type GitlabProject, projectOf } from './projectOf';
import {
  type PipelineResult,
  resultOfPipeline,
  wereRetried,
} from './resultOfPipeline';

/**
 * Pipelines that GitLab itself leaves out of the status of a branch: a child is
 * a part of its parent, and the others only scan or try something.
 *
 * @see https://gitlab.com/gitlab-org/gitlab/-/blob/master/app/models/concerns/enums/ci/pipeline.rb
 */
const DANGLING: ReadonlySet<string> = new Set([
  'webide',
  'parent_pipeline',
  'ondemand_dast_scan',
  'ondemand_dast_validation',
  'security_orchestration_policy',
  'container_registry_push',
  'duo_workflow',
  'pipeline_execution_policy_schedule',
]);

const TRIGGERS: Readonly<Record<string, RunFields['trigger']>> = {
  push: 'push',
  merge_request_event: 'change',
  external_pull_request_event: 'change',
  schedule: 'schedule',
  web: 'manual',
  chat: 'manual',
};

/**
 * A `pipeline` event shows a whole pipeline: a run, and the deployments that
 * its jobs make.
 *
 * @remarks
 *
 * A pipeline keeps its id when jobs of it are run again or started by hand
 * later, and its `finished_at` moves on then. So that a run keeps the result
 * that it had first:
 *
 * - a result that may have come after another one is said at a lower rank: it
 *   fills in where no other is known, and else changes nothing;
 * - what jobs that were run again came to is a second attempt. Later attempts
 *   are the same one, because no payload counts them; of them the last counts.
 *   When the second attempt began is not known.
 */
export function mapPipeline(
  payload: PipelinePayload,
  context: MappingContext,
): MappedPayload {
  const { object_attributes: pipeline, builds = [] } = payload;
  const project = projectOf(payload.project);
  const result = resultOfPipeline(payload);
  // There is no time of the event itself: it is the last of those that it tells.
  const occurredAt = Math.max(
    pipeline.created_at,
    result?.finishedAt ?? 0,
    ...builds.flatMap(({ started_at: from, finished_at: to }) => [
      from ?? 0,
      to ?? 0,
    ]),
  );
  const deployments = deploymentsOfPipeline(payload, project, context);
  return {
    subject: `${project.path}/-/pipelines/${pipeline.id}`,
    occurredAt,
    statements: DANGLING.has(pipeline.source ?? '')
      ? deployments
      : [...runsOf({ payload, project, result, occurredAt }), ...deployments],
  };
}

function runsOf(options: {
  payload: PipelinePayload;
  project: GitlabProject;
  result: PipelineResult | undefined;
  occurredAt: EpochMs;
}): Statement<'run'>[] {
  const { payload, project, result, occurredAt } = options;
  const { object_attributes: pipeline } = payload;
  const attempt = (
    number: number,
    rank: StatementRank,
    times: RunFields,
  ): Statement<'run'> => ({
    kind: 'run',
    key: runKey(project.host, pipeline.id, number),
    rank,
    occurredAt,
    fields: said<RunFields>({
      ...whatRan(payload, project),
      attempt: number,
      ...times,
      finishedAt: result?.finishedAt,
      outcome: result?.outcome,
    }),
  });
  const first = attempt(1, rankOfFirst(pipeline.status, result), {
    queuedAt: pipeline.created_at,
    startedAt: startOf(payload),
  });
  return result?.retried
    ? [first, attempt(2, rankOfSecond(result), {})]
    : [first];
}

function whatRan(
  { object_attributes: pipeline, commit }: PipelinePayload,
  project: GitlabProject,
): RunFields {
  const { source, ref, tag } = pipeline;
  const trigger = source ? TRIGGERS[source] ?? 'other' : undefined;
  // Of a merge request the branch is its own, which in a fork may bear the
  // name of the trunk.
  const offTrunk = tag === true || trigger === 'change';
  return {
    pipeline: pipelineName(project.path, source),
    branch: tag ? undefined : ref,
    trunk: offTrunk ? false : isTrunk(ref, project),
    commit: pipeline.sha,
    commitAt: commit?.timestamp,
    trigger,
    url: pipeline.url,
  };
}

function rankOfFirst(
  status: string,
  result: PipelineResult | undefined,
): StatementRank {
  if (!result) {
    return status === 'running' || status === 'canceling'
      ? StatementRank.Started
      : StatementRank.Queued;
  }
  return result.continued || result.retried || result.paused
    ? StatementRank.Started
    : StatementRank.Finished;
}

/** Of a second attempt, too, what a person started later is no result. */
function rankOfSecond({ continued }: PipelineResult): StatementRank {
  return continued ? StatementRank.Started : StatementRank.Finished;
}

/** `queued_duration` is right where the first job was run again, too. */
function startOf({
  object_attributes: { created_at: createdAt, queued_duration: queued },
  builds = [],
}: PipelinePayload): EpochMs | undefined {
  if (queued !== undefined) {
    return createdAt + queued * 1000;
  }
  const starts = builds.flatMap(({ started_at: at }) => at ?? []);
  return starts.length === 0 || wereRetried(builds)
    ? undefined
    : Math.min(...starts);
}
