import type { EpochMs, Fact } from '@devops-scorecards/plugin-maturity-common';
import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import { executionsIn } from '../executionsIn';
import { executionState } from '../executionState';

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
  for (const fact of executionsIn(facts, isTrunkRun, { from, to })) {
    if (executionState(fact.fields, { from, to }) === 'decided') {
      results.push(resultOf(fact));
    }
  }
  return results;
}

/** The result of a run that is decided. */
export function resultOf(fact: Fact<'run'>): TrunkResult {
  const { finishedAt, outcome } = fact.fields;
  return { fact, at: finishedAt!, failed: outcome === 'failure' };
}
