import {
  type DeploymentFields,
  type EpochMs,
  said,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import type { MappingContext } from '@devops-scorecards/plugin-maturity-node';
import { type MappedPayload, pipelineName, runKey } from './mapping';
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
 * - How it was rolled out is not read: GitHub documents no member for it, and
 *   `deployment.payload` is whatever the deployer put there.
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
    pipeline: pipelineOf(payload),
    run: run && runKey(run.id, run.run_attempt),
    startedAt: startOf(payload, rank),
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

/** The same name as of the workflow's runs. */
function pipelineOf(payload: DeploymentStatusPayload): string | undefined {
  const workflow = payload.workflow?.name ?? payload.workflow_run?.name;
  return workflow && pipelineName(payload.repository.full_name, workflow);
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

/**
 * GitHub leaves the name of the task to the deployer, `deploy` unless set; its
 * own examples write `deploy:migrations`. Any other task tells no purpose.
 */
const PURPOSES: ReadonlyMap<string, DeploymentFields['purpose']> = new Map([
  ['deploy', 'planned'],
  ['hotfix', 'hotfix'],
  ['deploy:hotfix', 'hotfix'],
  ['rollback', 'rollback'],
  ['deploy:rollback', 'rollback'],
]);

function purposeOf(task: string | undefined): DeploymentFields['purpose'] {
  return task === undefined ? undefined : PURPOSES.get(task.toLowerCase());
}
