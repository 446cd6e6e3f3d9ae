import {
  type DeploymentFields,
  type EpochMs,
  said,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import type { MappingContext } from '@devops-scorecards/plugin-maturity-node';
import { deploymentFields } from './deploymentFields';
import { deploymentKey, type MappedPayload } from './mapping';
import type { DeploymentStatusPayload } from './payloads';

const RANKS: Readonly<Record<string, StatementRank>> = {
  waiting: StatementRank.Queued,
  pending: StatementRank.Queued,
  queued: StatementRank.Queued,
  in_progress: StatementRank.Started,
  success: StatementRank.Finished,
  failure: StatementRank.Finished,
  error: StatementRank.Finished,
};

/**
 * A `deployment_status` is a step in the life of one deployment.
 *
 * @remarks
 *
 * `inactive` says that a later deployment took over. It is no failure and says
 * nothing of how this one went, so no statement is made of it.
 */
export function mapDeploymentStatus(
  payload: DeploymentStatusPayload,
  context: MappingContext,
): MappedPayload {
  const { deployment_status: status, deployment, repository } = payload;
  const rank = RANKS[status.state];
  const mapped = {
    subject: `${repository.full_name}/deployments/${deployment.id}`,
    occurredAt: status.created_at,
  };
  if (rank === undefined) {
    return { ...mapped, statements: [] };
  }
  const finished = rank === StatementRank.Finished;
  const fields: DeploymentFields = {
    ...deploymentFields(payload, context, status.environment),
    startedAt: startOf(payload, rank),
    finishedAt: finished ? status.created_at : undefined,
    outcome: finished ? outcomeOf(status.state) : undefined,
    url: status.log_url ?? status.target_url ?? payload.workflow_run?.html_url,
  };
  return {
    ...mapped,
    statements: [
      {
        kind: 'deployment',
        key: deploymentKey(deployment.id),
        rank,
        occurredAt: status.created_at,
        fields: said(fields),
      },
    ],
  };
}

/**
 * When the rollout began: as `in_progress` says, else when the job that
 * deploys did. The deployment itself was created before it waited for
 * approval, so its time is no start.
 */
function startOf(
  { deployment_status: status, check_run: job }: DeploymentStatusPayload,
  rank: StatementRank,
): EpochMs | undefined {
  if (rank === StatementRank.Queued) {
    return undefined;
  }
  return rank === StatementRank.Started ? status.created_at : job?.started_at;
}

function outcomeOf(state: string): DeploymentFields['outcome'] {
  return state === 'success' ? 'success' : 'failure';
}
