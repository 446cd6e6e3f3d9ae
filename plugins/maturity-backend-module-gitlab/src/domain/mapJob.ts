import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { MappingContext } from '@devops-scorecards/plugin-maturity-node';
import { deploymentOfJob } from './deploymentOfJob';
import type { MappedPayload } from './mapping';
import type { JobPayload } from './pipelinePayloads';
import { projectOf } from './projectOf';

/**
 * A `build` event shows one job. It is a step of a run and none itself: counted
 * too, one pipeline would be several runs. Where it deploys, it tells of the
 * deployment.
 */
export function mapJob(
  payload: JobPayload,
  context: MappingContext,
  receivedAt: EpochMs,
): MappedPayload {
  const project = projectOf(payload.project ?? payload.repository);
  const { build_started_at: startedAt, build_finished_at: finishedAt } =
    payload;
  const deployment = deploymentOfJob(
    {
      id: payload.build_id,
      status: payload.build_status,
      startedAt,
      finishedAt,
      environment: payload.environment,
      pipelineId: payload.pipeline_id,
      commit: payload.sha,
    },
    project,
    context,
  );
  return {
    subject: `${project.path}/-/jobs/${payload.build_id}`,
    occurredAt: finishedAt ?? startedAt ?? receivedAt,
    statements: deployment ? [deployment] : [],
  };
}
