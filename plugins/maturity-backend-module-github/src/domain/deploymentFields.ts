import {
  type DeploymentFields,
  said,
} from '@devops-scorecards/plugin-maturity-common';
import type { MappingContext } from '@devops-scorecards/plugin-maturity-node';
import { pipelineName, runKey } from './mapping';
import type { DeploymentPayload } from './payloads';

/**
 * What GitHub tells of a deployment from its creation on.
 *
 * @remarks
 *
 * - A workflow run in the payload shows that a pipeline executes the
 *   deployment; without one the executor is unknown. Only a run that was
 *   dispatched by hand was started by a person.
 * - How it is rolled out is not read: GitHub documents no member for it, and
 *   `deployment.payload` is whatever the deployer put there.
 *
 * @param environment - its name, where the event says another than the
 *   deployment
 */
export function deploymentFields(
  payload: DeploymentPayload,
  context: MappingContext,
  environment = payload.deployment.environment,
): DeploymentFields {
  const { deployment, repository, workflow_run: run } = payload;
  return said<DeploymentFields>({
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
  });
}

/** The same name as of the workflow's runs. */
function pipelineOf(payload: DeploymentPayload): string | undefined {
  const workflow = payload.workflow?.name ?? payload.workflow_run?.name;
  return workflow && pipelineName(payload.repository.full_name, workflow);
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
