import type {
  EpochMs,
  Statement,
} from '@devops-scorecards/plugin-maturity-common';
import type { MappingContext } from '@devops-scorecards/plugin-maturity-node';
import { deploymentOfJob } from '../../domain/deploymentOfJob';
import { mapDeployment } from '../../domain/mapDeployment';
import { outcomeOf } from '../../domain/outcomeOf';
import { deploymentSchema } from '../../domain/pipelinePayloads';
import { projectOf } from '../../domain/projectOf';
import { projectPayload } from './projectPayload';
import type { PulledThing } from './pulledThing';
import {
  restDeploymentSchema,
  type RestDeployment,
  type RestProject,
} from './restPayloads';

/**
 * A deployment of the REST interface: what the `deployment` webhook says of it,
 * and what the events of its job do.
 *
 * @throws ZodError for what is not as GitLab documents it
 */
export function mapPulledDeployment(options: {
  deployment: unknown;
  project: RestProject;
  context: MappingContext;
}): PulledThing {
  const { project, context } = options;
  const deployment = restDeploymentSchema.parse(options.deployment);
  const { id, sha, status, environment, deployable: job } = deployment;
  const changedAt = changedAtOf(deployment);
  const mapped = mapDeployment(
    deploymentSchema.parse({
      status,
      status_changed_at: changedAt,
      deployment_id: id,
      deployable_id: job?.id,
      deployable_url: job?.web_url,
      environment: environment?.name,
      environment_tier: environment?.tier,
      short_sha: sha.slice(0, 8),
      commit_url: `${project.web_url}/-/commit/${sha}`,
      project: projectPayload(project),
    }),
    context,
    changedAt,
  );
  return {
    ...mapped,
    statements: [...mapped.statements, ...ofJob(deployment, project, context)],
    type: 'com.gitlab.rest.deployment',
    version: [status, new Date(deployment.updated_at).toISOString()],
  };
}

/** A deployment ends with its job; later changes are not of how it went. */
function changedAtOf({
  status,
  updated_at: updatedAt,
  deployable: job,
}: RestDeployment): EpochMs {
  const ended = outcomeOf(status) !== undefined;
  const at = ended ? job?.finished_at : job?.started_at;
  return (status === 'running' || ended ? at : undefined) ?? updatedAt;
}

function ofJob(
  { sha, environment, deployable: job }: RestDeployment,
  project: RestProject,
  context: MappingContext,
): Statement<'deployment'>[] {
  const statement =
    job &&
    deploymentOfJob(
      {
        id: job.id,
        status: job.status,
        startedAt: job.started_at,
        finishedAt: job.finished_at,
        environment: {
          name: environment?.name,
          // Nothing else makes a deployment of a job.
          action: 'start',
          deployment_tier: environment?.tier,
        },
        pipelineId: job.pipeline?.id,
        commit: sha,
      },
      projectOf(projectPayload(project)),
      context,
    );
  return statement ? [statement] : [];
}
