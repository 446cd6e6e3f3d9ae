import type { EpochMs, Fact } from '@devops-scorecards/plugin-maturity-common';
import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';

/** Whether a run is known to be of the trunk; an unknown branch is not. */
export function isTrunkRun(fact: Fact): fact is Fact<'run'> {
  return fact.kind === 'run' && fact.fields.trunk === true;
}

/** A run that ended in success or failure, at its finish. */
export interface TrunkResult {
  fact: Fact<'run'>;
  at: EpochMs;
  failed: boolean;
}

/**
 * The results of trunk runs in `[from, to)`, in no particular order.
 *
 * @param options - facts of any kind; `from` and `to` bound the finish
 */
export function trunkResults(options: {
  facts: MetricInput['facts'];
  from: EpochMs;
  to: EpochMs;
}): TrunkResult[] {
  const { facts, from, to } = options;
  const results: TrunkResult[] = [];
  for (const fact of facts) {
    if (!isTrunkRun(fact)) {
      continue;
    }
    const { finishedAt, outcome } = fact.fields;
    if (
      finishedAt !== undefined &&
      finishedAt >= from &&
      finishedAt < to &&
      (outcome === 'success' || outcome === 'failure')
    ) {
      results.push({ fact, at: finishedAt, failed: outcome === 'failure' });
    }
  }
  return results;
}
