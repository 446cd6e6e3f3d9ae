import {
  type DeploymentFields,
  type EpochMs,
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import type { MappingContext } from '@devops-scorecards/plugin-maturity-node';
import { deploymentOfJob } from './deploymentOfJob';
import type { BuildPayload, PipelinePayload } from './pipelinePayloads';
import type { GitlabProject } from './projectOf';
import { isManual } from './resultOfPipeline';

/** Somebody pressed a button, or wrote a command. */
const BY_PERSON: ReadonlySet<string> = new Set(['web', 'chat']);

/** Whether a call of the API or of another pipeline was one's own is unknown. */
const BY_ITSELF: ReadonlySet<string> = new Set([
  'push',
  'schedule',
  'merge_request_event',
  'external_pull_request_event',
]);

/**
 * The deployments that the jobs of a pipeline make, and whether a person or a
 * machine started them.
 *
 * @remarks
 *
 * A person did where the job waits for one or the pipeline was run by hand. A
 * machine did where the pipeline came of a push, a schedule or a merge request
 * and no job before was started by hand. This last is said at the lowest rank,
 * because the pipeline does not show the approval of a protected environment;
 * the event of the deployment does.
 */
export function deploymentsOfPipeline(
  payload: PipelinePayload,
  project: GitlabProject,
  context: MappingContext,
): Statement<'deployment'>[] {
  const { object_attributes: pipeline, builds = [] } = payload;
  return builds.flatMap(build => {
    const deployment = deploymentOfJob(
      {
        id: build.id,
        status: build.status,
        startedAt: build.started_at,
        finishedAt: build.finished_at,
        environment: build.environment,
        pipelineId: pipeline.id,
        commit: pipeline.sha,
      },
      project,
      context,
    );
    if (!deployment) {
      return [];
    }
    const startedBy = starterOf(build, payload);
    return startedBy === 'person'
      ? [{ ...deployment, fields: { ...deployment.fields, startedBy } }]
      : [
          deployment,
          ...startedByMachine(deployment, startedBy, pipeline.created_at),
        ];
  });
}

function startedByMachine(
  deployment: Statement<'deployment'>,
  startedBy: DeploymentFields['startedBy'],
  occurredAt: EpochMs,
): Statement<'deployment'>[] {
  return startedBy
    ? [
        {
          ...deployment,
          rank: StatementRank.Queued,
          occurredAt,
          fields: { startedBy },
        },
      ]
    : [];
}

function starterOf(
  build: BuildPayload,
  { object_attributes: { source = '' }, builds = [] }: PipelinePayload,
): DeploymentFields['startedBy'] {
  if (isManual(build) || BY_PERSON.has(source)) {
    return 'person';
  }
  const afterPerson = builds.some(
    other =>
      isManual(other) &&
      other.started_at !== undefined &&
      other.started_at <= build.started_at!,
  );
  return BY_ITSELF.has(source) && !afterPerson ? 'machine' : undefined;
}
