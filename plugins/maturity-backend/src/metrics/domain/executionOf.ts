import type { DeploymentFields } from '@devops-scorecards/plugin-maturity-common';

/**
 * Who executed a deployment from start to verification: what the producer says,
 * else what a link to a pipeline run shows.
 */
export function executionOf(
  fields: DeploymentFields,
): 'pipeline' | 'manual' | undefined {
  return fields.execution ?? (fields.run ? 'pipeline' : undefined);
}
