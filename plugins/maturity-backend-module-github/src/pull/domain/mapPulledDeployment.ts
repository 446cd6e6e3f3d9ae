import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { MappingContext } from '@devops-scorecards/plugin-maturity-node';
import { mapDeploymentStatus } from '../../domain/mapDeploymentStatus';
import { deploymentStatusSchema } from '../../domain/payloads';
import type { PulledThing } from './pulledThing';
import {
  statusSchema,
  type DeployingRun,
  type DeploymentStatus,
  type RestRepository,
} from './restPayloads';

/** States after which nothing more is said of how a deployment went. */
const FINAL = new Set(['success', 'failure', 'error', 'inactive']);

/** Whether one of the statuses of a deployment is its last word. */
export function isFinal(statuses: readonly DeploymentStatus[]): boolean {
  return statuses.some(({ state }) => FINAL.has(state));
}

/**
 * The id of the run of the same repository that a status links to, as GitHub
 * Actions sets it.
 */
export function runOfStatus(
  status: Pick<DeploymentStatus, 'log_url' | 'target_url'>,
  repository: RestRepository,
): number | undefined {
  for (const url of [status.log_url, status.target_url]) {
    const prefix = `${repository.html_url}/actions/runs/`;
    if (url?.toLowerCase().startsWith(prefix.toLowerCase())) {
      const id = Number.parseInt(url.slice(prefix.length), 10);
      return Number.isSafeInteger(id) ? id : undefined;
    }
  }
  return undefined;
}

/**
 * The attempt of a run that was under way at a time: the last one that had
 * begun by then.
 *
 * @param attempts - of one run, in any order
 */
export function attemptAt(
  attempts: readonly DeployingRun[],
  at: EpochMs,
): DeployingRun | undefined {
  const begun = attempts.filter(
    ({ run_started_at: started }) => started !== undefined && started <= at,
  );
  return (begun.length > 0 ? begun : attempts).reduce<DeployingRun | undefined>(
    (best, run) =>
      best === undefined || run.run_attempt > best.run_attempt ? run : best,
    undefined,
  );
}

/**
 * A status of a deployment of the REST interface: it has the shape of
 * `deployment_status` in the webhook of that name, and the run that executes
 * it stands beside it there.
 *
 * @throws ZodError for what is not as GitHub documents it
 */
export function mapPulledDeployment(options: {
  deployment: unknown;
  status: unknown;
  run?: DeployingRun;
  repository: RestRepository;
  context: MappingContext;
}): PulledThing {
  const { deployment, status, run, repository, context } = options;
  const { id } = statusSchema.parse(status);
  return {
    ...mapDeploymentStatus(
      deploymentStatusSchema.parse({
        deployment,
        deployment_status: status,
        workflow_run: run && {
          id: run.id,
          name: run.name,
          event: run.event,
          run_attempt: run.run_attempt,
          html_url: run.html_url,
        },
        repository,
      }),
      context,
    ),
    type: 'com.github.rest.deployment_status',
    // A status never changes; what is known of its run may.
    version: [`status ${id}`, run && `run ${run.id}#${run.run_attempt}`],
  };
}
