import {
  type DeploymentFields,
  type EpochMs,
  said,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import type { MappingContext } from '@devops-scorecards/plugin-maturity-node';
import { deploymentKey } from './keys';
import type { MappedPayload } from './mapping';
import { outcomeOf } from './outcomeOf';
import type { DeploymentPayload } from './pipelinePayloads';
import { projectOf } from './projectOf';
import { tierOf } from './tierOf';

const RANKS: Readonly<Record<string, StatementRank>> = {
  created: StatementRank.Queued,
  blocked: StatementRank.Queued,
  approved: StatementRank.Queued,
  running: StatementRank.Started,
  success: StatementRank.Finished,
  failed: StatementRank.Finished,
  canceled: StatementRank.Finished,
  skipped: StatementRank.Finished,
};

/** It waits for a person, who approves it or starts it, or one has approved it. */
const NEEDS_PERSON: ReadonlySet<string> = new Set(['blocked', 'approved']);

/**
 * A `deployment` event is a step in the life of one deployment.
 *
 * @remarks
 *
 * - A job (`deployable_id`) shows that a pipeline executed it. One that was
 *   made over the API has none, and its executor is unknown.
 * - `user` may be whoever pushed, or whoever pressed the button, so it tells
 *   neither; `blocked` and `approved` tell that a person had a hand in it.
 * - GitLab tells no purpose: a rollback is an older job that is run again.
 *
 * @param receivedAt - stands in for the time that older payloads lack
 */
export function mapDeployment(
  payload: DeploymentPayload,
  context: MappingContext,
  receivedAt: EpochMs,
): MappedPayload {
  const { status, environment, deployable_id: jobId } = payload;
  const project = projectOf(payload.project);
  const occurredAt = payload.status_changed_at ?? receivedAt;
  const key = deploymentKey({
    host: project.host,
    jobId,
    deploymentId: payload.deployment_id,
  });
  const mapped = {
    subject: `${project.path}/-/deployments/${
      payload.deployment_id ?? `job ${jobId}`
    }`,
    occurredAt,
  };
  const rank = RANKS[status];
  if (rank === undefined || key === undefined) {
    return { ...mapped, statements: [] };
  }
  const ended = rank === StatementRank.Finished;
  const byJob = jobId !== undefined;
  const fields: DeploymentFields = {
    environment,
    tier: tierOf(context, environment, payload.environment_tier),
    service: project.path,
    commit: commitOf(payload),
    execution: byJob ? 'pipeline' : undefined,
    startedBy: NEEDS_PERSON.has(status) ? 'person' : undefined,
    pipeline: byJob ? project.path : undefined,
    startedAt: rank === StatementRank.Started ? occurredAt : undefined,
    finishedAt: ended ? occurredAt : undefined,
    outcome: ended ? outcomeOf(status) : undefined,
    url: payload.deployable_url,
  };
  return {
    ...mapped,
    statements: [
      { kind: 'deployment', key, rank, occurredAt, fields: said(fields) },
    ],
  };
}

/** The whole hash is only in the address of the commit. */
function commitOf({
  commit_url: url,
  short_sha: short = '',
}: DeploymentPayload): string | undefined {
  const sha = /\/commit\/([0-9a-f]{40}(?:[0-9a-f]{24})?)$/.exec(url ?? '')?.[1];
  return sha?.startsWith(short) ? sha : undefined;
}
