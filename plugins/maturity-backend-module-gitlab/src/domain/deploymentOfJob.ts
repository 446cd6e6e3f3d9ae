import {
  type EpochMs,
  said,
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import type { MappingContext } from '@devops-scorecards/plugin-maturity-node';
import { jobKey, runKey } from './keys';
import { outcomeOf } from './outcomeOf';
import type { BuildPayload } from './pipelinePayloads';
import type { GitlabProject } from './projectOf';
import { tierOf } from './tierOf';

/** A job, as events of pipelines and of jobs know it. */
export interface DeployingJob {
  id: number;
  status: string | undefined;
  startedAt: EpochMs | undefined;
  finishedAt: EpochMs | undefined;
  environment: BuildPayload['environment'];
  pipelineId: number | undefined;
  commit: string | undefined;
}

/**
 * What a job says of the deployment that it makes, if it makes one.
 *
 * @remarks
 *
 * GitLab makes a deployment of every job whose environment has the action
 * `start`, and the status of the job is the status of the deployment. What
 * prepares, verifies or stops an environment deploys nothing, and a job that
 * has not started has deployed nothing yet. The job knows what the event of the
 * deployment does not: the run of the pipeline, and the whole hash.
 */
export function deploymentOfJob(
  job: DeployingJob,
  project: GitlabProject,
  context: MappingContext,
): Statement<'deployment'> | undefined {
  const { environment, startedAt, finishedAt } = job;
  const deploys =
    environment?.name !== undefined &&
    (environment.action ?? 'start') === 'start';
  if (!deploys || startedAt === undefined) {
    return undefined;
  }
  const outcome = finishedAt === undefined ? undefined : outcomeOf(job.status);
  const ended = outcome !== undefined && finishedAt !== undefined;
  return {
    kind: 'deployment',
    key: jobKey(project.host, job.id),
    rank: ended ? StatementRank.Finished : StatementRank.Started,
    occurredAt: ended ? finishedAt : startedAt,
    fields: said({
      environment: environment.name,
      tier: tierOf(context, environment.name, environment.deployment_tier),
      service: project.path,
      commit: job.commit,
      execution: 'pipeline',
      // Also of a run by schedule: it is the same configuration.
      pipeline: project.path,
      run:
        job.pipelineId === undefined
          ? undefined
          : runKey(project.host, job.pipelineId),
      startedAt,
      finishedAt: ended ? finishedAt : undefined,
      outcome,
    }),
  };
}
