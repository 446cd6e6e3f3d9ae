import { said, StatementRank } from '@devops-scorecards/plugin-maturity-common';
import type { MappingContext } from '@devops-scorecards/plugin-maturity-node';
import { deploymentFields } from './deploymentFields';
import { deploymentKey, type MappedPayload } from './mapping';
import type { DeploymentCreatedPayload } from './payloads';

/**
 * A `deployment` that was created is wanted and has not begun: its statuses,
 * which are statements of the same deployment, tell the rest.
 */
export function mapDeployment(
  payload: DeploymentCreatedPayload,
  context: MappingContext,
): MappedPayload {
  const { deployment, repository, workflow_run: run } = payload;
  return {
    subject: `${repository.full_name}/deployments/${deployment.id}`,
    occurredAt: deployment.created_at,
    statements: [
      {
        kind: 'deployment',
        key: deploymentKey(deployment.id),
        rank: StatementRank.Queued,
        occurredAt: deployment.created_at,
        fields: said({
          ...deploymentFields(payload, context),
          url: run?.html_url,
        }),
      },
    ],
  };
}
