import {
  type DeploymentFields,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import type { MappingContext } from '@devops-scorecards/plugin-maturity-node';
import { type MappedPayload, runKey, said } from './mapping';
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
 * - `inactive` says that a later deployment took over. It is no failure and
 *   says nothing of how this one went, so no statement is made of it.
 * - A workflow run in the payload shows that a pipeline executed the
 *   deployment; without one the executor is unknown. Only a run that was
 *   dispatched by hand was started by a person.
 */
export function mapDeploymentStatus(
  payload: DeploymentStatusPayload,
  context: MappingContext,
): MappedPayload {
  const { deployment_status: status, deployment, repository } = payload;
  const run = payload.workflow_run;
  const rank = RANKS[status.state];
  const mapped = {
    subject: `${repository.full_name}/deployments/${deployment.id}`,
    occurredAt: status.created_at,
  };
  if (rank === undefined) {
    return { ...mapped, statements: [] };
  }
  const environment = status.environment ?? deployment.environment;
  const finished = rank === StatementRank.Finished;
  const fields: DeploymentFields = {
    environment,
    tier: context.tierOf(environment),
    service: repository.full_name,
    commit: deployment.sha,
    execution: run && 'pipeline',
    startedBy:
      run && (run.event === 'workflow_dispatch' ? 'person' : 'machine'),
    purpose: purposeOf(deployment.task),
    run: run && runKey(run.id, run.run_attempt),
    startedAt: rank === StatementRank.Started ? status.created_at : undefined,
    finishedAt: finished ? status.created_at : undefined,
    outcome: finished ? outcomeOf(status.state) : undefined,
    url: status.log_url ?? status.target_url ?? run?.html_url,
  };
  return {
    ...mapped,
    statements: [
      {
        kind: 'deployment',
        key: `${deployment.id}`,
        rank,
        occurredAt: status.created_at,
        fields: said(fields),
      },
    ],
  };
}

function outcomeOf(state: string): DeploymentFields['outcome'] {
  return state === 'success' ? 'success' : 'failure';
}

/** GitHub leaves the task's name to the deployer, `deploy` unless set. */
function purposeOf(task: string | undefined): DeploymentFields['purpose'] {
  const words = task?.toLowerCase().split(/[^a-z]+/) ?? [];
  if (words.includes('rollback')) {
    return 'rollback';
  }
  return words.includes('hotfix') ? 'hotfix' : undefined;
}
