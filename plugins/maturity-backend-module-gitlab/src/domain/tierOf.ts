import type { EnvironmentTier } from '@devops-scorecards/plugin-maturity-common';
import type { MappingContext } from '@devops-scorecards/plugin-maturity-node';

const TIERS: readonly EnvironmentTier[] = [
  'production',
  'staging',
  'testing',
  'development',
];

/**
 * The tier of an environment: what the configuration makes of its name, else
 * what GitLab says (`environment:deployment_tier`). GitLab's `other`, and no
 * tier, as in older payloads, are unknown and never production.
 */
export function tierOf(
  context: MappingContext,
  environment: string | undefined,
  tier: string | undefined,
): EnvironmentTier | undefined {
  return context.tierOf(environment) ?? TIERS.find(known => known === tier);
}
