import type { EpochMs, Fact } from '@devops-scorecards/plugin-maturity-common';
import { deploymentsRepairedBy } from './deploymentsRepairedBy';

/**
 * The production deployments that were rolled back.
 *
 * @remarks
 *
 * A rollback undoes the latest production deployment that had finished when the
 * rollback began, of the same service and the same environment where both are
 * named. A second rollback without a deployment in between undoes the same one
 * again, so a deployment is rolled back once at most. A rollback that failed
 * shows a bad deployment just the same; one that was cancelled or skipped does
 * not.
 *
 * A rollback counts against the deployment that it undoes, even where that
 * finished in an earlier window, as far as as-of has seen it: the windows of a
 * series then add up to the whole.
 */
export function rolledBackDeployments(options: {
  facts: readonly Fact[];
  asOf: EpochMs;
}): Set<Fact> {
  return deploymentsRepairedBy({ ...options, repairs: isProductionRollback });
}

/** Whether a deployment undoes another one in production. */
export function isProductionRollback(fact: Fact): fact is Fact<'deployment'> {
  return (
    fact.kind === 'deployment' &&
    fact.fields.tier === 'production' &&
    fact.fields.purpose === 'rollback'
  );
}
