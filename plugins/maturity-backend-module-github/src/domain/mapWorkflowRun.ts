import {
  type RunFields,
  said,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import { type MappedPayload, pipelineName, runKey } from './mapping';
import { OUTCOMES } from './outcomes';
import type { WorkflowRunPayload } from './payloads';

const TRIGGERS: Readonly<Record<string, RunFields['trigger']>> = {
  push: 'push',
  pull_request: 'change',
  pull_request_target: 'change',
  pull_request_review: 'change',
  merge_group: 'change',
  schedule: 'schedule',
  workflow_dispatch: 'manual',
};

/**
 * A `workflow_run` is one attempt of a run.
 *
 * @remarks
 *
 * - A run has finished when the action is `completed` and there is a
 *   conclusion; both happen without the other.
 * - The id stays when a run is run again, `run_attempt` counts; `created_at`
 *   stays too, so it says when the first attempt was queued and no more.
 * - A run for a pull request is not a run of the trunk, though its head branch
 *   may bear the trunk's name, in a fork above all.
 */
export function mapWorkflowRun(payload: WorkflowRunPayload): MappedPayload {
  const { workflow_run: run, repository } = payload;
  const attempt = run.run_attempt ?? 1;
  const trigger = run.event ? TRIGGERS[run.event] ?? 'other' : undefined;
  const finished =
    payload.action === 'completed' && run.conclusion !== undefined;
  const started = finished || run.status === 'in_progress';
  const fields: RunFields = {
    pipeline: pipelineName(
      repository.full_name,
      payload.workflow?.name ?? run.name ?? 'workflow',
    ),
    branch: run.head_branch,
    trunk: isTrunk(payload, trigger),
    commit: run.head_sha,
    commitAt: run.head_commit?.timestamp,
    attempt,
    trigger,
    url: run.html_url,
    queuedAt: attempt === 1 ? run.created_at : undefined,
    startedAt: started ? run.run_started_at ?? run.created_at : undefined,
    finishedAt: finished ? run.updated_at : undefined,
    outcome: finished ? OUTCOMES[run.conclusion!] : undefined,
  };
  return {
    subject: `${repository.full_name}/actions/runs/${run.id}`,
    occurredAt: run.updated_at,
    statements: [
      {
        kind: 'run',
        key: runKey(run.id, attempt),
        rank: rankOf(started, finished),
        occurredAt: run.updated_at,
        fields: said(fields),
      },
    ],
  };
}

function rankOf(started: boolean, finished: boolean): StatementRank {
  if (finished) {
    return StatementRank.Finished;
  }
  return started ? StatementRank.Started : StatementRank.Queued;
}

function isTrunk(
  { workflow_run: run, repository }: WorkflowRunPayload,
  trigger: RunFields['trigger'],
): boolean | undefined {
  if (!run.head_branch || !repository.default_branch) {
    return undefined;
  }
  const home = run.repository?.full_name ?? repository.full_name;
  return (
    trigger !== 'change' &&
    run.head_branch === repository.default_branch &&
    run.head_repository?.full_name === home
  );
}
